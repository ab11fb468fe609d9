/** A mean over samples that come in batches: a smaller batch counts for less. */
export class WeightedMean {
  private sum = 0;
  private weight = 0;

  /** Adds the mean of `size` samples. */
  add(mean: number, size: number): void {
    this.sum += mean * size;
    this.weight += size;
  }

  /** The mean of all samples so far: NaN before the first. */
  get value(): number {
    return this.sum / this.weight;
  }

  /** How many samples came so far. */
  get count(): number {
    return this.weight;
  }
}
