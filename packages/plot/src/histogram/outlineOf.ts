import { areClose, marginAbout } from "../axes/areClose.ts";
import type { Histogram } from "./HistogramGridOptions.ts";

/** The outline of a histogram: from each step on it is as high as its share, until the next. */
export interface Outline {
  readonly domain: readonly [number, number];
  readonly steps: readonly { readonly x: number; readonly share: number }[];
}

/** Of numbers that are all equal, or as good as that, the width of their only bar as a share of the axis. */
const ONLY = 0.04;

/** The outline of a histogram; undefined if it counts nothing. */
export function outlineOf({ from, to, counts }: Histogram): Outline | undefined {
  const list = Array.from(counts);
  const total = list.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  if (areClose(from, to)) {
    const margin = marginAbout(from);
    const edge = { x: from - ONLY * margin, share: 1 };
    return { domain: [from - margin, from + margin], steps: [edge, { x: from + ONLY * margin, share: 1 }] };
  }
  const steps = list.map((count, i) => ({ x: from + (i * (to - from)) / list.length, share: count / total }));
  return { domain: [from, to], steps: [...steps, { x: to, share: steps.at(-1)?.share ?? 0 }] };
}
