import {
  ArgumentError,
  formatSize,
  isTensor,
  ShapeError,
  shown,
  type Tensor,
  type TypedArray,
} from "@rushlight/tensor";

/**
 * The class that a vector of scores is for: where the largest score is, the first one among equals. NaN is larger than
 * any number, as for `max`.
 *
 * @param role what messages call the vector
 * @throws ShapeError unless there is a score for each class
 */
export function classOfScores(role: string, scores: Tensor, classes: number): number {
  checkTensor(role, scores);
  if (scores.dim() !== 1 || scores.size(0) !== classes) {
    throw new ShapeError(
      `ConfusionMatrix: expected a ${role} that is a class or scores [${classes}], got ${formatSize(scores.size())}`,
    );
  }
  return largest(scores.storage().data, scores.storageOffset(), classes, scores.stride(0));
}

/**
 * How many samples a batch of classes has.
 *
 * @throws ShapeError unless it is `[N]`, `[N, 1]` or `[N, classes]`
 */
export function countSamples(role: string, batch: Tensor, classes: number): number {
  checkTensor(role, batch);
  if (batch.dim() === 1 || (batch.dim() === 2 && (batch.size(1) === 1 || batch.size(1) === classes))) {
    return batch.size(0);
  }
  throw new ShapeError(
    `ConfusionMatrix: expected ${role}s [N], [N, 1] or [N, ${classes}], got ${formatSize(batch.size())}`,
  );
}

/**
 * into[i] ← what a batch has for sample i: the number in `[N]` and `[N, 1]`, whatever it is; the class of the scores in
 * `[N, classes]`.
 */
export function readClasses(batch: Tensor, into: Float64Array): void {
  const { data } = batch.storage();
  const samples = batch.size(0);
  const classes = batch.dim() === 1 ? 1 : batch.size(1);
  const step = batch.stride(0);
  const stride = batch.dim() === 1 ? 0 : batch.stride(1);
  for (let sample = 0, at = batch.storageOffset(); sample < samples; sample++, at += step) {
    into[sample] = classes === 1 ? data[at] : largest(data, at, classes, stride);
  }
}

function largest(data: TypedArray, start: number, count: number, stride: number): number {
  let best = 0;
  let score = data[start];
  for (let i = 1, at = start + stride; i < count && !Number.isNaN(score); i++, at += stride) {
    if (data[at] <= score) continue;
    best = i;
    score = data[at];
  }
  return best;
}

function checkTensor(role: string, value: unknown): void {
  if (!isTensor(value)) throw new ArgumentError(`ConfusionMatrix: expected a tensor of ${role}s, got ${shown(value)}`);
}
