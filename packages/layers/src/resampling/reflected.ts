/** Where an element of a mirrored border comes from, the outermost elements themselves not repeated. */
export function reflected(at: number, extent: number): number {
  const last = extent - 1;
  return last - Math.abs(last - Math.abs(at));
}
