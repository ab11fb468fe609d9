/** Of the positions `start + i·step` with i from 0 up to `count`: the first i whose position is not below 0. */
export function firstInside(start: number, step: number, count: number): number {
  return start >= 0 ? 0 : Math.min(count, Math.ceil(-start / step));
}

/** Of the same positions: the first i, from `first` on, whose position is not below `extent`. */
export function endInside(start: number, step: number, count: number, extent: number, first: number): number {
  if (start + (count - 1) * step < extent) return count;
  return Math.max(first, Math.ceil((extent - start) / step));
}
