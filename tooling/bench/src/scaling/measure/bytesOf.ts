/** What a core's own caches hold, at least: fewer bytes are not limited by the memory that cores share. */
const OWN_CACHE = 2 ** 20;

/** How many arrays kernels read and write that do little else, by the family in their names. */
const arraysOf: Readonly<Record<string, (operands: readonly number[]) => number>> = {
  fill: () => 1,
  map: () => 2,
  zip: () => 3,
  // The velocity is read and written where there is one: its address is 0 where there is none.
  step: (operands) => (operands[3] === 0 ? 3 : 5),
};

/**
 * The bytes that a call moves between memory and core; 0 where it computes more than it moves, and where all of them stay in a
 * core's own caches.
 *
 * @param operands the first is the number of elements, in the families that are counted
 */
export function bytesOf(kernel: string, operands: readonly number[]): number {
  const arrays = arraysOf[kernel.slice(0, kernel.indexOf("_"))]?.(operands) ?? 0;
  const bytes = arrays * operands[0] * (kernel.endsWith("_f64") ? 8 : 4);
  return bytes > OWN_CACHE ? bytes : 0;
}
