import type { Tensor } from "@rushlight/tensor";
import { captionsOf } from "../images/captionsOf.ts";
import { checkImageGrid } from "../images/checkImageGrid.ts";
import { greyBitmap } from "../images/greyBitmap.ts";
import { imageBatch } from "../images/ImageBatch.ts";
import type { ImageGridOptions } from "../images/ImageGridOptions.ts";
import { rangeOf } from "../images/rangeOf.ts";
import type { Caption } from "../images/textLayers.ts";
import { cut, fit, widthOf } from "./fit.ts";
import { painted, TERMINAL_RIGHT, TERMINAL_WRONG } from "./paint.ts";
import { pictureLines } from "./pictureLines.ts";
import { shrunk } from "./shrunk.ts";
import type { TextOptions } from "./TextOptions.ts";
import { type TextStyle, textStyle } from "./TextStyle.ts";

const GAP = 2;

/**
 * The images of an {@link imageGrid} as text for a terminal, with the same options but `zoom`: as many beside each other as fit,
 * with labels and predictions below.
 *
 * @throws as `imageGrid` does, and ArgumentError for options of text that make no sense
 * @example
 * ```ts
 * import { imageGridText } from "@rushlight/plot";
 * import { tensor } from "@rushlight/tensor";
 *
 * const images = tensor([[[0, 1], [0, 1]], [[1, 1], [0, 0]]]);
 * console.log(imageGridText(images, { title: "Bars", labels: ["|", "-"], predictions: ["|", "|"] }));
 * // Bars
 * //
 * //  @          ++
 * // ✓ |         ✗ |, not -
 * ```
 */
export function imageGridText(images: Tensor, grid: ImageGridOptions, options: TextOptions = {}): string {
  checkImageGrid("imageGridText", grid);
  const style = textStyle("imageGridText", options);
  const batch = imageBatch("imageGridText: images", images, [1, 3]);
  const range = rangeOf("imageGridText: range", batch, grid.range);
  const captions = captionsOf("imageGridText", batch.count, grid).map((caption) => signed(caption, style));
  const { columns, colours } = style;
  const cells = Array.from({ length: batch.count }, (_, i) => {
    const picture = shrunk(greyBitmap(batch, i, range), columns);
    return { width: picture.width, lines: pictureLines(picture, style), caption: captions[i] };
  });
  const widest = Math.max(...cells.map(({ width, caption }) => Math.max(width, widthOf(caption?.text ?? ""))));
  const cell = Math.min(columns, widest);
  const perRow = Math.min(grid.columns ?? cells.length, Math.floor((columns + GAP) / (cell + GAP)));
  const lines = [cut(grid.title, columns)];
  for (let first = 0; first < cells.length; first += perRow) {
    const row = cells.slice(first, first + perRow);
    const height = row[0].lines.length;
    lines.push("");
    for (let line = 0; line < height; line++) {
      lines.push(joined(row.map(({ lines: picture, width }) => picture[line] + " ".repeat(cell - width))));
    }
    if (captions.length > 0) {
      const texts = row.map(({ caption }) => painted(fit(caption?.text ?? "", cell), caption?.colour, colours));
      lines.push(joined(texts));
    }
  }
  return lines.map((line) => line.trimEnd()).join("\n");
}

function joined(cells: readonly string[]): string {
  return cells.join(" ".repeat(GAP));
}

/** A caption with a sign, as a terminal shows it. */
function signed({ text, right }: Caption, { unicode }: TextStyle): { text: string; colour: number | undefined } {
  if (right === undefined) return { text, colour: undefined };
  const [tick, cross] = unicode ? ["✓", "✗"] : ["=", "x"];
  return { text: `${right ? tick : cross} ${text}`, colour: right ? TERMINAL_RIGHT : TERMINAL_WRONG };
}
