import { type DType, Tensor, type TypedArray } from "@rushlight/tensor";

/** What becomes of one element of a row: `(pixel) => pixel / 255`. The same element always gives the same result. */
export type ElementMap = (element: number) => number;

/** Copies rows of a tensor into other tensors, on the way to another dtype and through a function when asked to. */
export class RowCopier<D extends DType = DType> {
  /** The sizes of one row: `[28, 28]` for images `[60000, 28, 28]`, `[]` for a vector. */
  readonly rowSize: readonly number[];
  private readonly dtype: D;
  private readonly rows: Tensor;
  private readonly rowElements: number;
  private readonly map: ElementMap | undefined;
  private readonly mapped: TypedArray | undefined;

  /**
   * @param rows `[N, ...]`, contiguous
   * @param dtype the dtype of the copies
   * @param map changes every element before it is converted
   */
  constructor(rows: Tensor, dtype: D, map?: ElementMap) {
    this.dtype = dtype;
    this.rowSize = rows.size().slice(1);
    this.rowElements = rows.nElement() / rows.size(0);
    this.rows = rows;
    this.map = map;
    this.mapped = map !== undefined && rows.dtype === "uint8" ? mappedBytes(map, dtype) : undefined;
  }

  /** A tensor with room for `count` rows, where kernels compute with them in place. */
  allocate(count: number): Tensor<D> {
    return new Tensor([count, ...this.rowSize], { dtype: this.dtype, resident: true });
  }

  /** Writes the rows at `indices` to the first rows of `destination`, which {@link allocate} made. */
  copy(indices: ArrayLike<number>, destination: Tensor<D>): void {
    const { rowElements } = this;
    const elements: TypedArray = this.rows.data;
    const target: TypedArray = destination.data;
    for (let row = 0; row < indices.length; row++) {
      const first = indices[row] * rowElements;
      const start = row * rowElements;
      if (this.mapped !== undefined) lookUp(this.mapped, elements, first, target, start, rowElements);
      else if (this.map !== undefined) apply(this.map, elements, first, target, start, rowElements);
      else if (rowElements === 1) target[start] = elements[first];
      else target.set(elements.subarray(first, first + rowElements), start);
    }
  }

  /** A copy of one row; of a vector, the element. */
  row(index: number): Tensor<D> | number {
    const single = new Tensor([1, ...this.rowSize], { dtype: this.dtype });
    this.copy([index], single);
    return this.rowSize.length === 0 ? single.get(0) : single.select(0, 0);
  }
}

/** What becomes of each byte, in the dtype that it is wanted in. */
function mappedBytes(map: ElementMap, dtype: DType): TypedArray {
  const results: TypedArray = new Tensor([256], { dtype }).data;
  for (let byte = 0; byte < results.length; byte++) results[byte] = map(byte);
  return results;
}

// Bytes have 256 values only: looking results up is faster than computing them, and four at a time is faster still.
function lookUp(
  table: TypedArray,
  source: TypedArray,
  first: number,
  target: TypedArray,
  start: number,
  count: number,
): void {
  const end = first + count;
  let from = first;
  let to = start;
  for (; from + 4 <= end; from += 4, to += 4) {
    target[to] = table[source[from]];
    target[to + 1] = table[source[from + 1]];
    target[to + 2] = table[source[from + 2]];
    target[to + 3] = table[source[from + 3]];
  }
  for (; from < end; from++, to++) target[to] = table[source[from]];
}

function apply(
  map: ElementMap,
  source: TypedArray,
  first: number,
  target: TypedArray,
  start: number,
  count: number,
): void {
  for (let j = 0; j < count; j++) target[start + j] = map(source[first + j]);
}
