/** The index, one number for each dimension, of the element that is so many behind the first in row-major order. */
export function indexAt(position: number, size: readonly number[]): number[] {
  let rest = position;
  const index = size.toReversed().map((extent) => {
    const part = rest % extent;
    rest = Math.floor(rest / extent);
    return part;
  });
  return index.reverse();
}
