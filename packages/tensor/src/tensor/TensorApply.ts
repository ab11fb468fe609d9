import type { DType } from "../dtype/DType.ts";
import { applyInto, applyPairs } from "../elementwise/apply.ts";
import { checkOperands } from "../elementwise/check.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorRounding } from "./TensorRounding.ts";

/**
 * Functions of the caller's, called with every element. Every method changes this tensor and returns it. One of the layers of {@link Tensor}.
 */
export abstract class TensorApply<D extends DType = DType> extends TensorRounding<D> {
  /**
   * Calls a function with every element in row-major order and writes what it returns; `undefined` leaves the element.
   *
   * @example
   * ```ts
   * import { range } from "@rushlight/tensor";
   *
   * console.log(range(1, 4).apply((x) => x * x).toArray()); // [ 1, 4, 9, 16 ]
   * ```
   */
  apply(next: (value: number) => number | undefined): this {
    applyInto("apply", this, next);
    return this;
  }

  /**
   * Calls a function with every element and that of another tensor of the same size, and writes what it returns.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).map(tensor([3, 4]), (x, y) => x + 10 * y).toArray()); // [ 31, 42 ]
   * ```
   */
  map(other: Tensor<D>, next: (value: number, other: number) => number | undefined): this {
    checkOperands("map", this, other);
    applyPairs("map", other, this, next);
    return this;
  }
}
