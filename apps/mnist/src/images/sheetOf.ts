import { components } from "./components.ts";
import type { Box, Plane } from "./Plane.ts";
import { quantile, sampled } from "./quantile.ts";

/** A sheet is at least this share of the picture. */
const LEAST_SHARE = 0.25;

/** It fills its box at least this far: a digit does not, unless it is a bar. */
const FILLED = 0.9;

/** What is cut off on each side, of the longer side: edges that are not quite straight. */
const MARGIN = 0.04;

/**
 * Where a sheet of paper lies on a table, when what looks like ink at first is the sheet: one large rectangle.
 *
 * @returns undefined when there is none
 */
export function sheetOf(strength: Plane): Box | undefined {
  const { width, height, data } = strength;
  const threshold = quantile(sampled(data), 1 - LEAST_SHARE / 2) / 2;
  if (threshold <= 0) return undefined;
  for (const pixels of components(strength, threshold)) {
    if (pixels.length < LEAST_SHARE * FILLED * data.length) continue;
    const spans = Array.from({ length: height }, () => ({ from: width, to: 0 }));
    for (const pixel of pixels) {
      const span = spans[Math.floor(pixel / width)];
      span.from = Math.min(span.from, pixel % width);
      span.to = Math.max(span.to, (pixel % width) + 1);
    }
    const rows = spans.flatMap(({ from, to }, y) => (from < to ? [{ y, from, to }] : []));
    const left = Math.min(...rows.map(({ from }) => from));
    const right = Math.max(...rows.map(({ to }) => to));
    const filled = rows.reduce((sum, { from, to }) => sum + to - from, 0);
    if (filled >= FILLED * rows.length * (right - left)) {
      return inset({ left, top: rows[0].y, width: right - left, height: rows.length });
    }
  }
  return undefined;
}

function inset({ left, top, width, height }: Box): Box | undefined {
  const margin = Math.ceil(MARGIN * Math.max(width, height));
  const inner = { left: left + margin, top: top + margin, width: width - 2 * margin, height: height - 2 * margin };
  return inner.width > 0 && inner.height > 0 ? inner : undefined;
}
