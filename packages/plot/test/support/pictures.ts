import type { Chart } from "@rushlight/plot";
import { type PngOptions, renderPng } from "@rushlight/plot/node";
import { decode } from "fast-png";

/** A picture, and its colours by place. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The colour of a pixel, as in a chart. */
  readonly at: (x: number, y: number) => string;
}

/** A chart as a picture that can be looked into. */
export async function picture(chart: Chart, options: PngOptions = {}): Promise<Picture> {
  const { width, height, channels, data } = decode(await renderPng(chart, options));
  const at = (x: number, y: number): string => {
    const first = (y * width + x) * channels;
    return `#${[0, 1, 2].map((i) => data[first + i].toString(16).padStart(2, "0")).join("")}`;
  };
  return { width, height, at };
}

/** How many pixels of a part of a picture have a colour. */
export function share(
  { width, height, at }: Picture,
  colour: string,
  part: { from: number; to: number } = { from: 0, to: 1 },
): number {
  let count = 0;
  const [first, last] = [Math.floor(part.from * height), Math.floor(part.to * height)];
  for (let y = first; y < last; y++) for (let x = 0; x < width; x++) if (at(x, y) === colour) count++;
  return count / (width * (last - first));
}
