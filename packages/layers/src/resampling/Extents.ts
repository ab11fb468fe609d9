/** How far a plane goes, outermost dimension first; 1 where it has no such dimension. */
export type Extents = readonly [time: number, height: number, width: number];

/** One of something for each dimension of a plane, as in {@link Extents}. */
export type PerDimension<T> = readonly [time: T, height: T, width: T];

/** Whether two planes go equally far. */
export function sameExtents(a: Extents, b: Extents): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}
