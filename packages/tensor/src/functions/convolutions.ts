import { type ConvolutionMode, planConvolution } from "../convolution/ConvolutionPlan.ts";
import { convolveInto } from "../convolution/convolveInto.ts";
import type { DType } from "../dtype/DType.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { computeInto } from "../result/computeInto.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { newTensor } from "./newTensor.ts";

/** How far a convolution reaches, and where it goes. */
export interface ConvolutionOptions<D extends DType = DType> extends OutOptions<D> {
  /**
   * `"valid"`, the default: where the kernel lies inside the input, h − kh + 1 rows; Torch's `"V"`. `"full"`: wherever it
   * touches the input, which counts as 0 outside, h + kh − 1 rows; Torch's `"F"`.
   */
  readonly mode?: ConvolutionMode | undefined;
}

/**
 * The convolution of planes, yᵢⱼ = Σₐᵦ xᵢ₋ₐ,ⱼ₋ᵦ·kₐᵦ: the kernel is turned around; {@link xcorr2} does not turn it. By their
 * dimensions:
 *
 * - `[h, w]` and `[kh, kw]`: one plane
 * - `[c, h, w]` and `[c, kh, kw]` → `[c, ·, ·]`: plane by plane
 * - `[c, h, w]` and `[o, c, kh, kw]` → `[o, ·, ·]`: each of o kernels, summed over the planes
 *
 * Sums are accumulated in double precision.
 *
 * @throws ShapeError when the sizes do not go together, or a valid kernel does not fit into the input
 * @throws DTypeError unless both are of one float dtype
 * @example
 * ```ts
 * import { conv2, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * const kernel = tensor([[1, 10]]);
 * console.log(conv2(x, kernel).toArray()); // [ [ 12, 23 ], [ 45, 56 ] ]
 * console.log(conv2(x, kernel, { mode: "full" }).size()); // [ 2, 4 ]
 * ```
 */
export function conv2<D extends DType>(
  x: Tensor<D>,
  kernel: Tensor<D>,
  options: ConvolutionOptions<D> = {},
): Tensor<D> {
  return convolution("conv2", 2, true, x, kernel, options);
}

/**
 * The cross-correlation of planes, yᵢⱼ = Σₐᵦ xᵢ₊ₐ,ⱼ₊ᵦ·kₐᵦ: {@link conv2} without turning the kernel around.
 *
 * @throws ShapeError when the sizes do not go together, or a valid kernel does not fit into the input
 * @throws DTypeError unless both are of one float dtype
 * @example
 * ```ts
 * import { tensor, xcorr2 } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * console.log(xcorr2(x, tensor([[1, 10]])).toArray()); // [ [ 21, 32 ], [ 54, 65 ] ]
 * ```
 */
export function xcorr2<D extends DType>(
  x: Tensor<D>,
  kernel: Tensor<D>,
  options: ConvolutionOptions<D> = {},
): Tensor<D> {
  return convolution("xcorr2", 2, false, x, kernel, options);
}

/**
 * The convolution of volumes, as {@link conv2} with one dimension more: `[d, h, w]` and `[kd, kh, kw]`; `[c, d, h, w]` and
 * `[c, kd, kh, kw]`; `[c, d, h, w]` and `[o, c, kd, kh, kw]`.
 *
 * @throws ShapeError when the sizes do not go together, or a valid kernel does not fit into the input
 * @throws DTypeError unless both are of one float dtype
 * @example
 * ```ts
 * import { conv3, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[[1, 2]], [[3, 4]]]);
 * console.log(conv3(x, tensor([[[1]], [[10]]])).toArray()); // [ [ [ 13, 24 ] ] ]
 * ```
 */
export function conv3<D extends DType>(
  x: Tensor<D>,
  kernel: Tensor<D>,
  options: ConvolutionOptions<D> = {},
): Tensor<D> {
  return convolution("conv3", 3, true, x, kernel, options);
}

/**
 * The cross-correlation of volumes: {@link conv3} without turning the kernel around.
 *
 * @throws ShapeError when the sizes do not go together, or a valid kernel does not fit into the input
 * @throws DTypeError unless both are of one float dtype
 * @example
 * ```ts
 * import { tensor, xcorr3 } from "@rushlight/tensor";
 *
 * const x = tensor([[[1, 2]], [[3, 4]]]);
 * console.log(xcorr3(x, tensor([[[1]], [[10]]])).toArray()); // [ [ [ 31, 42 ] ] ]
 * ```
 */
export function xcorr3<D extends DType>(
  x: Tensor<D>,
  kernel: Tensor<D>,
  options: ConvolutionOptions<D> = {},
): Tensor<D> {
  return convolution("xcorr3", 3, false, x, kernel, options);
}

function convolution<D extends DType>(
  name: string,
  spatial: 2 | 3,
  flips: boolean,
  x: Tensor<D>,
  kernel: Tensor<D>,
  options: ConvolutionOptions<D>,
): Tensor<D> {
  checkOptions(name, options, ["mode", "out"]);
  const plan = planConvolution(name, spatial, flips, options.mode ?? "valid", x, kernel);
  return computeInto(
    { name, dtype: x.dtype, size: plan.size, operands: [x, kernel] },
    newTensor,
    options.out,
    (result) => convolveInto(plan, x, kernel, result),
  );
}
