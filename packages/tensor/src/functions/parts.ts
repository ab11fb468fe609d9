import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import { copyInOrder } from "../elementwise/copyInOrder.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { checkTensors, joinInto, planJoin } from "../parts/joinInto.ts";
import { repeatedSize, repeatInto } from "../parts/repeatInto.ts";
import { computeInto } from "../result/computeInto.ts";
import { checkDimension } from "../shape/dimension.ts";
import { inferSize } from "../shape/inferSize.ts";
import { checkSize, formatSize, type Size, sameSize } from "../shape/size.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { newTensor } from "./newTensor.ts";

/**
 * The elements of a tensor in the same order under other sizes: a copy, unlike `view`, and of any strides. One size may
 * be −1: it becomes what is left.
 *
 * @throws ShapeError when the number of elements differs
 * @example
 * ```ts
 * import { range, reshape } from "@rushlight/tensor";
 *
 * console.log(reshape(range(1, 6), [2, -1]).toArray()); // [ [ 1, 2, 3 ], [ 4, 5, 6 ] ]
 * ```
 */
export function reshape<D extends DType>(x: Tensor<D>, size: Size, options: OutOptions<D> = {}): Tensor<D> {
  checkTensor("reshape", x);
  checkOptions("reshape", options, ["out"]);
  const sizes = checkSize("reshape", inferSize("reshape", size, x.size()));
  const plan = { name: "reshape", dtype: x.dtype, size: sizes, operands: [x] };
  return computeInto(plan, newTensor, options.out, (result) => copyInOrder(x, result));
}

/**
 * A tensor repeated so often along each dimension: `[n, m]` repeated `[a, b]` times is `[a·n, b·m]`. Counts beyond the
 * dimensions come first and add dimensions: `[n]` repeated `[a, b]` times is `[a, b·n]`.
 *
 * @throws ShapeError unless there are counts from 1 up, at least one for each dimension
 * @example
 * ```ts
 * import { repeatTensor, tensor } from "@rushlight/tensor";
 *
 * console.log(repeatTensor(tensor([1, 2]), [2, 2]).toArray()); // [ [ 1, 2, 1, 2 ], [ 1, 2, 1, 2 ] ]
 * ```
 */
export function repeatTensor<D extends DType>(x: Tensor<D>, counts: Size, options: OutOptions<D> = {}): Tensor<D> {
  checkTensor("repeatTensor", x);
  checkOptions("repeatTensor", options, ["out"]);
  const size = checkSize("repeatTensor", repeatedSize("repeatTensor", x.size(), counts));
  const plan = { name: "repeatTensor", dtype: x.dtype, size, operands: [x] };
  return computeInto(plan, newTensor, options.out, (result) => repeatInto(x, counts, result));
}

/**
 * Tensors one after the other along a dimension, in which alone they may differ: `[2, 3]` and `[5, 3]` along dimension 0
 * are `[7, 3]`. Empty tensors count for nothing; when all are empty, so is the result.
 *
 * Dimensions that a tensor lacks at its end count as 1: vectors of `[n]` joined along dimension 1 are the columns of a
 * matrix.
 *
 * @param dimension the last one of the tensor with the most dimensions when left out; one more is allowed
 * @throws ShapeError when the tensors differ in another dimension
 * @throws ArgumentError when there is no tensor, DTypeError when dtypes differ, IndexError for any other dimension
 * @example
 * ```ts
 * import { cat, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 2], [3, 4]]);
 * console.log(cat([x, tensor([[5], [6]])]).toArray()); // [ [ 1, 2, 5 ], [ 3, 4, 6 ] ]
 * console.log(cat([x, tensor([[5, 6]])], 0).toArray()); // [ [ 1, 2 ], [ 3, 4 ], [ 5, 6 ] ]
 * ```
 */
export function cat<D extends DType>(
  tensors: readonly Tensor<D>[],
  dimension?: number,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensors("cat", tensors);
  checkOptions("cat", options, ["out"]);
  const { dtype } = tensors[0];
  const filled = tensors.filter((tensor) => tensor.dim() > 0);
  if (filled.length === 0) {
    return computeInto({ name: "cat", dtype, size: [], operands: tensors }, newTensor, options.out, () => {});
  }
  const join = planJoin("cat", filled, dimension);
  const plan = { name: "cat", dtype, size: checkSize("cat", join.size), operands: filled };
  return computeInto(plan, newTensor, options.out, (result) => joinInto(filled, join, result));
}

/**
 * Tensors of one size one after the other along a new dimension: n of them of size `[a, b]` are `[n, a, b]`. Torch7 has
 * no such function.
 *
 * @param dimension where the new dimension is in the result; −1 is its last
 * @throws ShapeError when the sizes differ or are those of empty tensors
 * @throws ArgumentError when there is no tensor, DTypeError when dtypes differ, IndexError for any other dimension
 * @example
 * ```ts
 * import { stack, tensor } from "@rushlight/tensor";
 *
 * const rows = [tensor([1, 2]), tensor([3, 4])];
 * console.log(stack(rows).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
 * console.log(stack(rows, 1).toArray()); // [ [ 1, 3 ], [ 2, 4 ] ]
 * ```
 */
export function stack<D extends DType>(
  tensors: readonly Tensor<D>[],
  dimension = 0,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensors("stack", tensors);
  checkOptions("stack", options, ["out"]);
  const [{ dtype }] = tensors;
  const d = checkDimension("stack", dimension, tensors[0].dim() + 1);
  const size = tensors[0].size();
  const other = tensors.find((tensor) => !sameSize(tensor.size(), size));
  if (size.length === 0 || other !== undefined) {
    throw new ShapeError(
      `stack: expected tensors of one size that are not empty, got ${formatSize(size)}${other === undefined ? "" : ` and ${formatSize(other.size())}`}`,
    );
  }
  const pieces = tensors.map((tensor) => tensor.unsqueeze(d));
  const join = planJoin("stack", pieces, d);
  const plan = { name: "stack", dtype, size: join.size, operands: pieces };
  return computeInto(plan, newTensor, options.out, (result) => joinInto(pieces, join, result));
}
