import type { DType } from "../dtype/DType.ts";
import { checkNumber, checkOperands, checkSameDType } from "../elementwise/check.ts";
import { copyInto, fillWith } from "../elementwise/copy.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { checkMask, checkMaskedSource, maskedCopyInto, maskedFillInto, maskedSelectInto } from "../indexing/masks.ts";
import { countNonzero, nonzeroInto } from "../indexing/nonzero.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { fullySeparate } from "../overlap/separate.ts";
import type { Part } from "../parts/partOf.ts";
import { formatSize } from "../shape/size.ts";
import type { OutOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorIndexing } from "./TensorIndexing.ts";

/**
 * Reading and writing where a mask is 1, and writing to parts. A mask is a uint8 tensor of zeros and ones that has the
 * size of the tensor, as comparisons give it. One of the layers of {@link Tensor}.
 */
export abstract class TensorMasks<D extends DType = DType> extends TensorIndexing<D> {
  /**
   * The elements where a mask is 1, in row-major order: a new vector, empty where no element is meant. Torch's `x[mask]`.
   *
   * @throws ShapeError, DTypeError or ArgumentError unless the mask is one of this tensor's size
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, -2], [-3, 4]]);
   * console.log(x.maskedSelect(x.gt(0)).toArray()); // [ 1, 4 ]
   * ```
   */
  maskedSelect(mask: Tensor<"uint8">, options: OutOptions<D> = {}): Tensor<D> {
    checkOptions("maskedSelect", options, ["out"]);
    const ones = checkMask("maskedSelect", this, mask);
    const size = ones === 0 ? [] : [ones];
    const plan = { name: "maskedSelect", dtype: this.dtype, size, operands: [this, mask] };
    return this.computed(plan, options.out, (result) => maskedSelectInto(this, mask, result));
  }

  /**
   * Fills the elements where a mask is 1 with a number.
   *
   * @throws ShapeError, DTypeError or ArgumentError unless the mask is one of this tensor's size
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([1, -2, -3]);
   * console.log(x.maskedFill(x.lt(0), 0).toArray()); // [ 1, 0, 0 ]
   * ```
   */
  maskedFill(mask: Tensor<"uint8">, value: number): this {
    return this.fillMasked("maskedFill", mask, value);
  }

  /**
   * Writes the first elements of a tensor, in row-major order, to the elements where a mask is 1.
   *
   * @param source of any size with at least as many elements as the mask has ones
   * @throws ShapeError, DTypeError or ArgumentError when the mask or the source do not go with this tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([1, -2, -3]);
   * console.log(x.maskedCopy(x.lt(0), tensor([10, 20, 30])).toArray()); // [ 1, 10, 20 ]
   * ```
   */
  maskedCopy(mask: Tensor<"uint8">, source: Tensor<D>): this {
    return this.copyMasked("maskedCopy", mask, source);
  }

  /**
   * The indices of the elements that are not 0, in row-major order: `[count, dim()]`, one row of indices for each. Empty
   * when all are 0. NaN is not 0.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[0, 5], [6, 0]]).nonzero().toArray()); // [ [ 0, 1 ], [ 1, 0 ] ]
   * ```
   */
  nonzero(options: OutOptions<"int32"> = {}): Tensor<"int32"> {
    checkOptions("nonzero", options, ["out"]);
    const count = countNonzero(this);
    const size = count === 0 ? [] : [count, this.dim()];
    return this.computed({ name: "nonzero", dtype: "int32", size, operands: [this] }, options.out, (result) =>
      nonzeroInto(this, result),
    );
  }

  /**
   * Writes a number or the elements of a tensor to one element, to a part, or to where a mask is 1. Torch's
   * `x[{...}] = value`.
   *
   * @param index an index for each dimension; or parts as {@link slice} takes them; or a mask
   * @param value a number; for a part also a tensor of its size, for a mask a vector with one element for each of its
   *   ones
   * @throws IndexError when a dimension does not have an index or a range
   * @throws ShapeError, DTypeError or ArgumentError when the mask or the value do not go with this tensor
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * const x = zeros(2, 3);
   * x.put([0, 0], 1).put([null, [1]], 5).put([-1], tensor([7, 8, 9]));
   * console.log(x.toArray()); // [ [ 1, 5, 5 ], [ 7, 8, 9 ] ]
   * console.log(x.put(x.gt(6), 0).toArray()); // [ [ 1, 5, 5 ], [ 0, 0, 0 ] ]
   * ```
   */
  put(index: readonly Part[] | Tensor<"uint8">, value: number | Tensor<D>): this {
    if (!isList(index)) {
      return typeof value === "number" ? this.fillMasked("put", index, value) : this.putMasked(index, value);
    }
    if (index.length === this.dim() && index.every(isIndex)) {
      const position = this.positionOf("put", index);
      if (typeof value !== "number") {
        throw new ArgumentError(`put: expected a number for the element at ${formatSize(index)}, got ${shown(value)}`);
      }
      this.storage().data[position] = value;
      return this;
    }
    const part = this.part("put", index);
    if (typeof value === "number") {
      checkDestination("put", part);
      fillWith("put", part, value);
    } else {
      checkOperands("put", part, value);
      checkDestination("put", part);
      copyInto(value, part);
    }
    return this;
  }

  private putMasked(mask: Tensor<"uint8">, source: Tensor<D>): this {
    checkSameDType("put", this, source);
    const ones = checkMask("put", this, mask);
    if (source.nElement() !== ones) {
      throw new ShapeError(
        `put: expected ${ones} elements, one for each 1 of the mask, got size ${formatSize(source.size())}`,
      );
    }
    return this.copyMasked("put", mask, source);
  }

  private fillMasked(name: string, mask: Tensor<"uint8">, value: number): this {
    checkMask(name, this, mask);
    checkNumber(name, value);
    checkDestination(name, this);
    maskedFillInto(this, fullySeparate(mask, this), value);
    return this;
  }

  private copyMasked(name: string, mask: Tensor<"uint8">, source: Tensor<D>): this {
    checkMaskedSource(name, this, mask, source);
    checkDestination(name, this);
    maskedCopyInto(this, fullySeparate(mask, this), fullySeparate(source, this));
    return this;
  }
}

function isList(index: readonly Part[] | object): index is readonly Part[] {
  return Array.isArray(index);
}

function isIndex(part: Part): part is number {
  return typeof part === "number";
}

function shown(value: unknown): string {
  return typeof value === "object" && value !== null ? "a tensor" : String(value);
}
