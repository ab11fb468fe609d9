import type { DType } from "../dtype/DType.ts";
import { checkSameDType, checkTensor } from "../elementwise/check.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { batchedProduct, summedBatchProduct } from "../matrix/batches.ts";
import {
  batchedSize,
  checkScalars,
  matrixMatrixSize,
  matrixVectorSize,
  outerProductSize,
  type ProductSize,
  summedBatchSize,
} from "../matrix/check.ts";
import { type AccumulateProduct, matrixMatrix, matrixVector, outerProduct } from "../matrix/products.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { sameElements } from "../overlap/overlap.ts";
import { computeInto } from "../result/computeInto.ts";
import { formatSize, sameSize } from "../shape/size.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { newTensor } from "./newTensor.ts";

/** The scalars of a sum of a tensor and a product, and where it goes. */
export interface AccumulatedProductOptions<D extends DType = DType> extends OutOptions<D> {
  /** The factor of the tensor; 1 when left out. With 0 its elements do not count, not even NaN. */
  readonly beta?: number | undefined;
  /** The factor of the product; 1 when left out. */
  readonly alpha?: number | undefined;
}

/**
 * beta·M + alpha·A·B: M `[m, n]`, A `[m, k]`, B `[k, n]` → `[m, n]`. The method of the same name changes M, and takes the
 * scalars before its operands, as Torch does.
 *
 * @throws ShapeError or DTypeError when the operands do not fit
 * @example
 * ```ts
 * import { addmm, tensor } from "@rushlight/tensor";
 *
 * const m = tensor([[1]]);
 * console.log(addmm(m, tensor([[1, 2]]), tensor([[3], [4]]), { beta: 10, alpha: 2 }).toArray()); // [ [ 32 ] ]
 * ```
 */
export function addmm<D extends DType>(
  m: Tensor<D>,
  a: Tensor<D>,
  b: Tensor<D>,
  options: AccumulatedProductOptions<D> = {},
): Tensor<D> {
  return accumulated("addmm", matrixMatrixSize, matrixMatrix, m, a, b, options);
}

/**
 * beta·y + alpha·A·x: y `[m]`, A `[m, n]`, x `[n]` → `[m]`. The method of the same name changes y, and takes the scalars
 * before its operands, as Torch does.
 *
 * @throws ShapeError or DTypeError when the operands do not fit
 * @example
 * ```ts
 * import { addmv, tensor } from "@rushlight/tensor";
 *
 * console.log(addmv(tensor([1, 1]), tensor([[1, 2], [3, 4]]), tensor([1, 10])).toArray()); // [ 22, 44 ]
 * ```
 */
export function addmv<D extends DType>(
  y: Tensor<D>,
  a: Tensor<D>,
  x: Tensor<D>,
  options: AccumulatedProductOptions<D> = {},
): Tensor<D> {
  return accumulated("addmv", matrixVectorSize, matrixVector, y, a, x, options);
}

/**
 * beta·M + alpha·x·yᵀ: M `[m, n]`, x `[m]`, y `[n]` → `[m, n]`. The method of the same name changes M, and takes the
 * scalars before its operands, as Torch does.
 *
 * @throws ShapeError or DTypeError when the operands do not fit
 * @example
 * ```ts
 * import { addr, ones, tensor } from "@rushlight/tensor";
 *
 * console.log(addr(ones(2, 2), tensor([1, 2]), tensor([3, 4])).toArray()); // [ [ 4, 5 ], [ 7, 9 ] ]
 * ```
 */
export function addr<D extends DType>(
  m: Tensor<D>,
  x: Tensor<D>,
  y: Tensor<D>,
  options: AccumulatedProductOptions<D> = {},
): Tensor<D> {
  return accumulated("addr", outerProductSize, outerProduct, m, x, y, options);
}

/**
 * beta·Mᵢ + alpha·Aᵢ·Bᵢ for each matrix of a batch: M `[b, m, n]`, A `[b, m, k]`, B `[b, k, n]` → `[b, m, n]`. The method
 * of the same name changes M, and takes the scalars before its operands, as Torch does.
 *
 * @throws ShapeError or DTypeError when the operands do not fit
 * @example
 * ```ts
 * import { baddbmm, ones, tensor } from "@rushlight/tensor";
 *
 * const a = tensor([[[1, 2]], [[3, 4]]]);
 * console.log(baddbmm(ones(2, 1, 1), a, a.transpose(1, 2)).toArray()); // [ [ [ 6 ] ], [ [ 26 ] ] ]
 * ```
 */
export function baddbmm<D extends DType>(
  m: Tensor<D>,
  a: Tensor<D>,
  b: Tensor<D>,
  options: AccumulatedProductOptions<D> = {},
): Tensor<D> {
  return accumulated("baddbmm", batchedSize, batchedProduct, m, a, b, options);
}

/**
 * beta·M + alpha·Σᵢ Aᵢ·Bᵢ, the sum over a batch: M `[m, n]`, A `[b, m, k]`, B `[b, k, n]` → `[m, n]`. The method of the
 * same name changes M, and takes the scalars before its operands, as Torch does.
 *
 * @throws ShapeError or DTypeError when the operands do not fit
 * @example
 * ```ts
 * import { addbmm, ones, tensor } from "@rushlight/tensor";
 *
 * const a = tensor([[[1, 2]], [[3, 4]]]);
 * console.log(addbmm(ones(1, 1), a, a.transpose(1, 2)).toArray()); // [ [ 31 ] ]
 * ```
 */
export function addbmm<D extends DType>(
  m: Tensor<D>,
  a: Tensor<D>,
  b: Tensor<D>,
  options: AccumulatedProductOptions<D> = {},
): Tensor<D> {
  return accumulated("addbmm", summedBatchSize, summedBatchProduct, m, a, b, options);
}

function accumulated<D extends DType>(
  name: string,
  sizeOf: ProductSize,
  accumulate: AccumulateProduct,
  m: Tensor<D>,
  a: Tensor<D>,
  b: Tensor<D>,
  options: AccumulatedProductOptions<D>,
): Tensor<D> {
  checkOptions(name, options, ["beta", "alpha", "out"]);
  const { beta = 1, alpha = 1, out } = options;
  checkScalars(name, beta, alpha);
  const size = sizeOf(name, a, b);
  checkTensor(name, m);
  if (out !== undefined) checkTensor(name, out);
  checkSameDType(name, m, a);
  if (!sameSize(m.size(), size)) {
    throw new ShapeError(
      `${name}: expected a tensor of size ${formatSize(size)} to add to, got ${formatSize(m.size())}`,
    );
  }
  // The tensor itself may be the destination; the others are read while it is written.
  const operands = out !== undefined && sameElements(m, out) ? [a, b] : [m, a, b];
  return computeInto({ name, dtype: a.dtype, size, operands }, newTensor, out, (result) => {
    if (beta !== 0 && !sameElements(m, result)) result.copy(m);
    accumulate(name, beta, alpha, a, b, result);
  });
}
