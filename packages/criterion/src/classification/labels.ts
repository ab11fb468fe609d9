import type { AnyCriterion } from "@rushlight/module";
import { DTypeError, formatSize, IndexError, ShapeError, type Tensor } from "@rushlight/tensor";
import { checkFloats, checkNotEmpty, checkTensor } from "../base/checks.ts";
import { type Places, placesOf } from "../base/places.ts";

/** Class labels: a tensor `[N]` of whole numbers, or one number for a single sample. */
export type Labels = Tensor | number;

/**
 * Checks class labels against an input of scores.
 *
 * @param input `[C]` or `[N, C]`
 * @param ignoreIndex a label that may be outside the classes
 * @returns where the labels are
 * @throws ShapeError when the sizes do not go together
 * @throws DTypeError when the input is not of the dtype that the criterion computes in
 * @throws IndexError for a label that is no class, naming its row
 */
export function checkLabels(criterion: AnyCriterion, input: Tensor, labels: Labels, ignoreIndex?: number): Places {
  const name = criterion.constructor.name;
  checkRows(criterion, input);
  if (typeof labels !== "number") checkTensor(criterion, "labels", labels);
  const samples = input.dim() === 2 ? input.size(0) : 1;
  const classes = input.size(-1);
  const fits = typeof labels === "number" ? samples === 1 : labels.dim() === 1 && labels.size(0) === samples;
  if (!fits) {
    const came = typeof labels === "number" ? "one number" : formatSize(labels.size());
    throw new ShapeError(`${name}: expected labels [${samples}] for an input ${formatSize(input.size())}, got ${came}`);
  }
  const places = placesOf(labels);
  const wrong = firstOutside(places, samples, classes, ignoreIndex);
  if (wrong >= 0) {
    const label = places.elements[places.offset + wrong * places.stride];
    throw new IndexError(`${name}: expected class labels from 0 to ${classes - 1}, got ${label} in row ${wrong}`);
  }
  return places;
}

/**
 * Checks an input of scores.
 *
 * @throws ShapeError unless it is `[C]` or `[N, C]`
 * @throws DTypeError when it is not of the dtype that the criterion computes in
 */
export function checkRows(criterion: AnyCriterion, input: Tensor): void {
  const name = criterion.constructor.name;
  checkTensor(criterion, "input", input);
  if (!input.isFloat()) throw new DTypeError(`${name}: expected a float64 or float32 input, got ${input.dtype}`);
  checkNotEmpty(criterion, input);
  if (input.dim() !== 1 && input.dim() !== 2) {
    throw new ShapeError(`${name}: expected an input [C] or [N, C], got ${formatSize(input.size())}`);
  }
  checkFloats(criterion, "input", input);
}

/** The position of the first label that is neither a class nor the one to ignore; −1 when there is none. */
export function firstOutside(labels: Places, count: number, classes: number, ignoreIndex?: number): number {
  const { elements, offset, stride } = labels;
  for (let i = 0; i < count; i++) {
    const label = elements[offset + i * stride];
    const valid = label >= 0 && label < classes && Math.floor(label) === label;
    if (!valid && label !== ignoreIndex) return i;
  }
  return -1;
}

/**
 * Checks weights of classes.
 *
 * @throws ShapeError when they are not a vector
 */
export function checkClassWeights(criterion: AnyCriterion, weights: Tensor | undefined): void {
  if (weights === undefined || weights.dim() === 1) return;
  throw new ShapeError(`${criterion.constructor.name}: expected weights [C], got ${formatSize(weights.size())}`);
}

/**
 * Checks that there are as many classes as weights.
 *
 * @throws ShapeError when there are not
 */
export function checkClassCount(
  criterion: AnyCriterion,
  weights: Tensor | undefined,
  input: Tensor,
  classes: number,
): void {
  if (weights === undefined || weights.size(0) === classes) return;
  throw new ShapeError(
    `${criterion.constructor.name}: expected an input of ${weights.size(0)} classes, as many as weights, got ${formatSize(input.size())}`,
  );
}
