import type { DType, TypedArrayOf } from "../dtype/DType.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { elementCount, type Size } from "../shape/size.ts";

/** The slice of a tensor at one index of a dimension, which stays with size 1. The index can be changed. */
export class Slice<D extends DType> implements StridedElements<D> {
  index = 0;
  private readonly whole: StridedElements<D>;
  private readonly dimension: number;
  private readonly sizes: Size;

  /** The first slice. */
  constructor(whole: StridedElements<D>, dimension: number) {
    this.whole = whole;
    this.dimension = dimension;
    this.sizes = whole.size().map((extent, d) => (d === dimension ? 1 : extent));
  }

  /** The type of the elements. */
  get dtype(): D {
    return this.whole.dtype;
  }

  /** The memory of the whole tensor. */
  storage(): { readonly data: TypedArrayOf<D> } {
    return this.whole.storage();
  }

  /** Where the slice begins. */
  storageOffset(): number {
    return this.whole.storageOffset() + this.index * this.whole.stride()[this.dimension];
  }

  /** The sizes. */
  size(): Size {
    return this.sizes;
  }

  /** The strides of the whole tensor. */
  stride(): Size {
    return this.whole.stride();
  }

  /** The number of elements. */
  nElement(): number {
    return elementCount(this.sizes);
  }

  /** False: whoever wants to know walks the strides, which finds dense runs too. */
  isContiguous(): boolean {
    return false;
  }
}
