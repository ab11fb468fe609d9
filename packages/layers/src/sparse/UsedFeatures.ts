/** A set of features, by number, that is walked as fast as it is long. */
export class UsedFeatures {
  private marks: Uint8Array;
  private list = new Int32Array(16);
  private length = 0;

  /** @param total how many features there are */
  constructor(total: number) {
    this.marks = new Uint8Array(total);
  }

  /** How many features are in the set. */
  get count(): number {
    return this.length;
  }

  /** The features in the set, {@link count} of them, in the order in which they came. */
  get features(): Int32Array {
    return this.list;
  }

  /** Adds a feature, once. */
  add(feature: number): void {
    if (this.marks[feature] === 1) return;
    this.marks[feature] = 1;
    if (this.length === this.list.length) {
      const longer = new Int32Array(2 * this.length);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.length] = feature;
    this.length += 1;
  }

  /** Empties the set. */
  clear(): void {
    for (let i = 0; i < this.length; i++) this.marks[this.list[i]] = 0;
    this.length = 0;
  }
}
