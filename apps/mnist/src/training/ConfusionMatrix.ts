import type { Tensor } from "@rushlight/tensor";

/** How often images of each class were taken for each class. */
export class ConfusionMatrix {
  /** How many classes there are. */
  readonly classes: number;
  private readonly counts: Uint32Array;

  /** A matrix of zeros for a number of classes. */
  constructor(classes: number) {
    this.classes = classes;
    this.counts = new Uint32Array(classes * classes);
  }

  /**
   * Adds a batch. The class with the largest score is the one that the network chose, the first one among equals.
   *
   * @param scores `[N, classes]`
   * @param targets `[N]`
   */
  add(scores: Tensor, targets: Tensor): void {
    const score = scores.contiguous().data;
    const target = targets.contiguous().data;
    for (let sample = 0; sample < target.length; sample++) {
      const first = sample * this.classes;
      let best = 0;
      for (let c = 1; c < this.classes; c++) if (score[first + c] > score[first + best]) best = c;
      this.counts[target[sample] * this.classes + best]++;
    }
  }

  /** How many images of class `actual` were taken for class `chosen`. */
  count(actual: number, chosen: number): number {
    return this.counts[actual * this.classes + chosen];
  }

  /** How many images of a class there were. */
  total(actual: number): number {
    let total = 0;
    for (let chosen = 0; chosen < this.classes; chosen++) total += this.count(actual, chosen);
    return total;
  }

  /** The share of images that were recognised, in percent. */
  get accuracy(): number {
    let correct = 0;
    let total = 0;
    for (let c = 0; c < this.classes; c++) {
      correct += this.count(c, c);
      total += this.total(c);
    }
    return (100 * correct) / total;
  }
}
