import { backend } from "../backend/current.ts";
import { checkOperands, floatOnly } from "../elementwise/check.ts";
import { copyInto } from "../elementwise/copy.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { formatSize, type Size } from "../shape/size.ts";

/** A tensor seen as `[outer, size, inner]`: its rows run along one dimension. */
type RowLayout = readonly [outer: number, size: number, inner: number];

/** The rows of a tensor along a dimension. */
function rowsAlong(size: Size, dimension: number): RowLayout {
  const product = (part: Size): number => part.reduce((total, extent) => total * extent, 1);
  return [product(size.slice(0, dimension)), size[dimension], product(size.slice(dimension + 1))];
}

/**
 * y ← f(x), row by row along a dimension. y must be contiguous; x need not be, and may be y.
 *
 * @throws ShapeError or DTypeError when the tensors do not go together
 * @example
 * ```ts
 * import { rowsInto, Tensor, tensor } from "@rushlight/tensor";
 *
 * const output = new Tensor([1, 2]);
 * rowsInto("SoftMax", "softMax", tensor([[3, 3]]), output, 1);
 * console.log(output.toArray()); // [ [ 0.5, 0.5 ] ]
 * ```
 */
export function rowsInto(
  name: string,
  operation: "softMax" | "logSoftMax",
  x: StridedElements,
  y: StridedElements,
  dimension: number,
): void {
  checkOperands(name, x, y);
  checkContiguous(name, y);
  const dense = x.isContiguous();
  if (!dense) copyInto(x, y);
  const source = dense ? x : y;
  if (!hasFloats(source) || !hasFloats(y)) throw floatOnly(name, y);
  const [outer, size, inner] = rowsAlong(y.size(), dimension);
  const kernel = backend().rows[operation];
  kernel(outer, size, inner, source.storage().data, source.storageOffset(), y.storage().data, y.storageOffset());
}

/**
 * gradInput ← the gradient of {@link rowsInto} from its output and the gradient of that. Output and gradInput must be
 * contiguous; gradOutput need not be.
 *
 * @throws ShapeError or DTypeError when the tensors do not go together
 * @example
 * ```ts
 * import { rowsGradientInto, Tensor, tensor } from "@rushlight/tensor";
 *
 * const gradInput = new Tensor([1, 2]);
 * rowsGradientInto("SoftMax", "softMaxGradient", tensor([[0.5, 0.5]]), tensor([[1, 0]]), gradInput, 1);
 * console.log(gradInput.toArray()); // [ [ 0.25, -0.25 ] ]
 * ```
 */
export function rowsGradientInto(
  name: string,
  operation: "softMaxGradient" | "logSoftMaxGradient",
  output: StridedElements,
  gradOutput: StridedElements,
  gradInput: StridedElements,
  dimension: number,
): void {
  checkOperands(name, output, gradOutput);
  checkOperands(name, output, gradInput);
  checkContiguous(name, output);
  checkContiguous(name, gradInput);
  const dense = gradOutput.isContiguous();
  if (!dense) copyInto(gradOutput, gradInput);
  const source = dense ? gradOutput : gradInput;
  if (!hasFloats(output) || !hasFloats(source) || !hasFloats(gradInput)) throw floatOnly(name, output);
  const [outer, size, inner] = rowsAlong(output.size(), dimension);
  backend().rows[operation](
    outer,
    size,
    inner,
    output.storage().data,
    output.storageOffset(),
    source.storage().data,
    source.storageOffset(),
    gradInput.storage().data,
    gradInput.storageOffset(),
  );
}

function checkContiguous(name: string, tensor: StridedElements): void {
  checkDestination(name, tensor);
  if (!tensor.isContiguous()) {
    throw new ShapeError(
      `${name}: expected a contiguous tensor, got size ${formatSize(tensor.size())} with stride ${formatSize(tensor.stride())}`,
    );
  }
}
