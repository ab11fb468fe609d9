import { ArgumentError, IndexError, type Tensor } from "@rushlight/tensor";

const MOST = 2 ** 31 - 1;

/** Samples on their way into a matrix of counts. The memory for them is kept from batch to batch. */
export class SamplePairs {
  /** What each sample was taken for, in the first places. */
  predictions: Float64Array = new Float64Array(0);
  /** What each sample is, in the first places. */
  targets: Float64Array = new Float64Array(0);

  /** Makes room for some samples. */
  reserve(samples: number): void {
    if (this.targets.length >= samples) return;
    this.predictions = new Float64Array(samples);
    this.targets = new Float64Array(samples);
  }

  /**
   * counts[target][prediction] += 1 for each of the first samples, but those with a negative whole number as target.
   *
   * @param counts `[classes, classes]`
   * @throws IndexError for a class that does not exist; nothing is counted then
   * @throws ArgumentError when a count gets larger than an int32 holds; nothing is counted then
   */
  countInto(counts: Tensor<"int32">, samples: number): void {
    const classes = counts.size(0);
    const { predictions, targets } = this;
    const cells = targets;
    let known = 0;
    for (let sample = 0; sample < samples; sample++) {
      const target = targets[sample];
      if (target < 0 && Number.isInteger(target)) continue;
      const prediction = predictions[sample];
      checkClass(target, classes, "target", sample);
      checkClass(prediction, classes, "prediction", sample);
      cells[known++] = target * classes + prediction;
    }
    const { data } = counts;
    for (let i = 0; i < known; i++) {
      if (++data[cells[i]] <= MOST) continue;
      for (let counted = i; counted >= 0; counted--) data[cells[counted]]--;
      throw new ArgumentError(`ConfusionMatrix: expected counts up to ${MOST}, which an int32 can hold, got one more`);
    }
  }
}

function checkClass(value: number, classes: number, role: string, sample: number): void {
  if (value >= 0 && value < classes && Math.floor(value) === value) return;
  throw new IndexError(
    `ConfusionMatrix: expected classes from 0 to ${classes - 1}, got ${value} as the ${role} of sample ${sample}`,
  );
}
