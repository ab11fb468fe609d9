import type { DType } from "../dtype/DType.ts";
import { checkNumber } from "../elementwise/check.ts";
import { zipInto } from "../elementwise/elementwise.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorArithmetic } from "./TensorArithmetic.ts";

/**
 * Sums with products of several tensors, element by element. Every method changes this tensor and returns it; operands must have its size and dtype, else a `ShapeError` or `DTypeError` is thrown and nothing is written. One of the layers of {@link Tensor}.
 */
export abstract class TensorCombinations<D extends DType = DType> extends TensorArithmetic<D> {
  /**
   * Adds a product of two tensors: this + x·y, or this + scale·x·y.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 1]).addcmul(2, tensor([3, 4]), tensor([5, 6])).toArray()); // [ 31, 49 ]
   * ```
   */
  addcmul(x: Tensor<D>, y: Tensor<D>): this;
  addcmul(scale: number, x: Tensor<D>, y: Tensor<D>): this;
  addcmul(first: number | Tensor<D>, second: Tensor<D>, third?: Tensor<D>): this {
    if (typeof first !== "number") zipInto("addcmul", "addMul", first, second, this, 1);
    else if (third !== undefined) zipInto("addcmul", "addMul", second, third, this, first);
    else throw new ArgumentError("addcmul: expected two tensors after the scale, got one");
    return this;
  }

  /**
   * Adds a quotient of two tensors: this + x/y, or this + scale·x/y.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 1]).addcdiv(2, tensor([3, 4]), tensor([2, 8])).toArray()); // [ 4, 2 ]
   * ```
   */
  addcdiv(x: Tensor<D>, y: Tensor<D>): this;
  addcdiv(scale: number, x: Tensor<D>, y: Tensor<D>): this;
  addcdiv(first: number | Tensor<D>, second: Tensor<D>, third?: Tensor<D>): this {
    if (typeof first !== "number") zipInto("addcdiv", "addDiv", first, second, this, 1);
    else if (third !== undefined) zipInto("addcdiv", "addDiv", second, third, this, first);
    else throw new ArgumentError("addcdiv: expected two tensors after the scale, got one");
    return this;
  }

  /**
   * Goes a part of the way to another tensor: this + weight·(end − this).
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 10]).lerp(tensor([4, 20]), 0.25).toArray()); // [ 1, 12.5 ]
   * ```
   */
  lerp(end: Tensor<D>, weight: number): this {
    checkNumber("lerp", weight);
    zipInto("lerp", "lerp", this, end, this, weight);
    return this;
  }
}
