import type { LineSeries } from "./LineSeries.ts";

/** Where all points and bands of curves are along x. */
export function* curveXs(series: readonly LineSeries[]): Generator<number> {
  for (const { points, band = [] } of series) {
    for (const { x } of points) yield x;
    for (const { x } of band) yield x;
  }
}

/** Where all points and bands of curves are along y. */
export function* curveYs(series: readonly LineSeries[]): Generator<number> {
  for (const { points, band = [] } of series) {
    for (const { y } of points) yield y;
    for (const { low, high } of band) {
      yield low;
      yield high;
    }
  }
}
