/** From this many runs side by side, going along the memory beats going along each run. */
const FEWEST_COLUMNS = 4;

/**
 * True when runs lie across the memory, as the columns of a row-major matrix do: their elements are further apart than
 * their beginnings.
 */
export function areColumns(runs: number, step: number, stride: number): boolean {
  return runs >= FEWEST_COLUMNS && step < stride;
}
