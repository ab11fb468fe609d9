import { type AnyCriterion, isTable } from "@rushlight/module";
import { formatSize, isTensor, ShapeError, Tensor } from "@rushlight/tensor";
import { checkFloats, checkNotEmpty } from "./checks.ts";

/** Two tensors of one size that a criterion compares with each other. */
export type TensorPair = readonly [Tensor, Tensor];

/** The gradient of a pair before the first backward. */
export function emptyPair(): TensorPair {
  return [new Tensor([], { resident: true }), new Tensor([], { resident: true })];
}

/**
 * Checks a pair of tensors.
 *
 * @throws ShapeError or DTypeError unless it is two tensors of one size, of the dtype that the criterion computes in
 */
export function checkPair(criterion: AnyCriterion, input: TensorPair): void {
  const name = criterion.constructor.name;
  if (!isTable(input) || input.length !== 2 || !input.every(isTensor)) {
    throw new ShapeError(`${name}: expected a table of two tensors, got ${came(input)}`);
  }
  const [a, b] = input;
  checkFloats(criterion, "first tensor", a);
  checkFloats(criterion, "second tensor", b);
  if (!a.isSameSizeAs(b)) {
    throw new ShapeError(
      `${name}: expected two tensors of one size, got ${formatSize(a.size())} and ${formatSize(b.size())}`,
    );
  }
  checkNotEmpty(criterion, a);
}

function came(input: unknown): string {
  if (isTensor(input)) return "a tensor";
  return Array.isArray(input) ? `a table of ${input.length}` : String(input);
}
