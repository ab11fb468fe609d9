import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import type { Chart } from "../chart/Chart.ts";
import { fontsFor } from "./fontsFor.ts";
import { opaquePng } from "./opaquePng.ts";

/** Options of {@link renderPng}. */
export interface PngOptions {
  /** The colours; default "light". */
  theme?: "light" | "dark";
  /** Pixels of the picture for one of the chart, above 0 to 8; default 2, for sharp text on most screens. */
  scale?: number;
}

const require = createRequire(import.meta.url);
let ready: Promise<void> | undefined;

/**
 * A chart as a PNG file. Shapes, text and fonts are drawn by what comes with this package, not by the system: the same
 * chart is the same picture on every machine.
 *
 * @throws ArgumentError for options, a theme or a scale that make no sense
 * @example
 * ```ts
 * import { lineChart } from "@rushlight/plot";
 * import { renderPng } from "@rushlight/plot/node";
 *
 * const chart = lineChart({
 *   title: "Loss",
 *   x: { title: "epoch" },
 *   y: { title: "loss" },
 *   series: [{ name: "training", points: [{ x: 1, y: 0.5 }, { x: 2, y: 0.3 }] }],
 * });
 * const png = await renderPng(chart, { theme: "dark", scale: 1 });
 * console.log(String.fromCharCode(...png.slice(1, 4))); // PNG
 * ```
 */
export async function renderPng(chart: Chart, options: PngOptions = {}): Promise<Uint8Array> {
  checkOptions("renderPng", options, ["theme", "scale"]);
  const { theme = "light", scale = 2 } = options;
  if (theme !== "light" && theme !== "dark") {
    throw new ArgumentError(`renderPng: expected a theme "light" or "dark", got ${shown(theme)}`);
  }
  if (!(scale > 0 && scale <= 8)) {
    throw new ArgumentError(`renderPng: expected a scale above 0 to 8, got ${shown(scale)}`);
  }
  const svg = await chart.toSvg({ theme });
  const [fontBuffers] = await Promise.all([fontsFor(svg), wasmIsReady()]);
  const resvg = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    // Of images, pixels as squares.
    imageRendering: 1,
    font: { fontBuffers, defaultFontFamily: "Inter", sansSerifFamily: "Inter" },
  });
  const image = resvg.render();
  try {
    return opaquePng(image) ?? image.asPng();
  } finally {
    image.free();
    resvg.free();
  }
}

/** The module can be started once in a process: whoever comes meanwhile waits for the same start, and a failed one is tried again. */
function wasmIsReady(): Promise<void> {
  ready ??= readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm"))
    .then((bytes) => initWasm(bytes))
    .catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
  return ready;
}
