/** Samples next to each other in a batch. */
export interface Slice {
  readonly start: number;
  readonly length: number;
}

/**
 * Cuts a batch into slices whose lengths differ by at most 1, the longer ones first.
 *
 * @param count how many; one for each sample when there are fewer samples
 */
export function slicesOf(samples: number, count: number): readonly Slice[] {
  const parts = Math.min(samples, count);
  const least = Math.floor(samples / parts);
  const longer = samples % parts;
  return Array.from({ length: parts }, (_, i) => ({
    start: i * least + Math.min(i, longer),
    length: i < longer ? least + 1 : least,
  }));
}
