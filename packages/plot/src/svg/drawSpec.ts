import type { TopLevelSpec } from "vega-lite";
import type { Theme } from "../themes/Theme.ts";
import { vegaConfig } from "../themes/vegaConfig.ts";
import { tidy } from "./tidy.ts";
import { withTextRoom } from "./withTextRoom.ts";

/** A Vega-Lite specification in the colours of a theme, drawn as SVG. */
export async function drawSpec(spec: TopLevelSpec, theme: Theme): Promise<string> {
  // Loaded here because the libraries are large, and programs that draw nothing should not wait for them.
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  // What they would print is for authors of specifications, not for programs that draw charts; and a view prints its
  // errors and draws what it can.
  let failure: Error | undefined;
  const logger = Object.assign(vega.logger(vega.None), {
    error(...reasons: unknown[]) {
      failure ??= reasons[0] instanceof Error ? reasons[0] : new Error(reasons.join(" "));
      return logger;
    },
  });
  const compiled = vegaLite.compile(spec, { config: vegaConfig(theme), logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: "none", logger });
  try {
    const svg = await withTextRoom(vega.textMetrics, () => view.toSVG());
    if (failure !== undefined) throw failure;
    return tidy(svg);
  } finally {
    view.finalize();
  }
}
