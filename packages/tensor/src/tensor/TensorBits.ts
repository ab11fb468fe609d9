import type { DType } from "../dtype/DType.ts";
import { bitsInto } from "../elementwise/bits.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorRemainders } from "./TensorRemainders.ts";

/**
 * Operations on the bits of integer tensors, as 32-bit words in two's complement; what does not fit the dtype wraps
 * around. Every method changes this tensor and returns it; a float tensor throws a `DTypeError`. One of the layers of
 * {@link Tensor}.
 */
export abstract class TensorBits<D extends DType = DType> extends TensorRemainders<D> {
  /**
   * Moves the bits of every element up, as a product with 2ᵇⁱᵗˢ.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 3], { dtype: "int32" }).lshift(2).toArray()); // [ 4, 12 ]
   * ```
   */
  lshift(bits: number): this {
    bitsInto("lshift", "lshift", this, bits, this);
    return this;
  }

  /**
   * {@link lshift} with the elements of a tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 3], { dtype: "uint8" }).clshift(tensor([7, 7], { dtype: "uint8" })).toArray()); // [ 128, 128 ]
   * ```
   */
  clshift(bits: Tensor<D>): this {
    bitsInto("clshift", "lshift", this, bits, this);
    return this;
  }

  /**
   * Moves the bits of every element down and keeps its sign: ⌊x / 2ᵇⁱᵗˢ⌋.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([12, -3], { dtype: "int32" }).rshift(1).toArray()); // [ 6, -2 ]
   * ```
   */
  rshift(bits: number): this {
    bitsInto("rshift", "rshift", this, bits, this);
    return this;
  }

  /**
   * {@link rshift} with the elements of a tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([12, 12], { dtype: "int32" }).crshift(tensor([1, 2], { dtype: "int32" })).toArray()); // [ 6, 3 ]
   * ```
   */
  crshift(bits: Tensor<D>): this {
    bitsInto("crshift", "rshift", this, bits, this);
    return this;
  }

  /**
   * The bits that both have.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([6, 5], { dtype: "int32" }).bitand(3).toArray()); // [ 2, 1 ]
   * ```
   */
  bitand(mask: number): this {
    bitsInto("bitand", "bitand", this, mask, this);
    return this;
  }

  /**
   * {@link bitand} with the elements of a tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([6, 5], { dtype: "int32" }).cbitand(tensor([4, 1], { dtype: "int32" })).toArray()); // [ 4, 1 ]
   * ```
   */
  cbitand(mask: Tensor<D>): this {
    bitsInto("cbitand", "bitand", this, mask, this);
    return this;
  }

  /**
   * The bits that either has.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([6, 5], { dtype: "int32" }).bitor(1).toArray()); // [ 7, 5 ]
   * ```
   */
  bitor(mask: number): this {
    bitsInto("bitor", "bitor", this, mask, this);
    return this;
  }

  /**
   * {@link bitor} with the elements of a tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([6, 5], { dtype: "int32" }).cbitor(tensor([1, 2], { dtype: "int32" })).toArray()); // [ 7, 7 ]
   * ```
   */
  cbitor(mask: Tensor<D>): this {
    bitsInto("cbitor", "bitor", this, mask, this);
    return this;
  }

  /**
   * The bits that one of both has.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([6, 5], { dtype: "int32" }).bitxor(7).toArray()); // [ 1, 2 ]
   * ```
   */
  bitxor(mask: number): this {
    bitsInto("bitxor", "bitxor", this, mask, this);
    return this;
  }

  /**
   * {@link bitxor} with the elements of a tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([6, 5], { dtype: "int32" }).cbitxor(tensor([6, 4], { dtype: "int32" })).toArray()); // [ 0, 1 ]
   * ```
   */
  cbitxor(mask: Tensor<D>): this {
    bitsInto("cbitxor", "bitxor", this, mask, this);
    return this;
  }
}
