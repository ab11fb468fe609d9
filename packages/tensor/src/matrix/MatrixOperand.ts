import type { FloatArray } from "../backend/Backend.ts";
import type { FloatDType } from "../dtype/DType.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { Storage } from "../storage/Storage.ts";

/**
 * A matrix as the kernels take it: row-major, or the transpose of a row-major one. One object serves call after call.
 */
export class MatrixOperand {
  rows = 0;
  columns = 0;
  transposed = false;
  data: FloatArray = new Float32Array(0);
  offset = 0;
  /** The distance between rows, or between columns when transposed. */
  leading = 0;
  /** True when the elements are in scratch memory, not in the tensor's. */
  copied = false;

  private readonly float64 = new Storage("float64");
  private readonly float32 = new Storage("float32");
  private source: FloatArray = this.data;
  private start = 0;
  private rowStride = 0;
  private columnStride = 0;

  /**
   * Takes a matrix `[m, n]`, or the matrix of that number in a batch `[b, m, n]`, as it lies where its strides allow,
   * else as a dense copy in scratch memory, which grows to the largest need and stays.
   */
  take(tensor: StridedElements<FloatDType>, item = 0): this {
    const size = tensor.size();
    const stride = tensor.stride();
    const row = size.length - 2;
    this.rows = size[row];
    this.columns = size[row + 1];
    this.rowStride = stride[row];
    this.columnStride = stride[row + 1];
    this.source = tensor.storage().data;
    this.start = tensor.storageOffset() + (row === 0 ? 0 : item * stride[0]);
    this.settle(tensor.dtype);
    return this;
  }

  /** Writes the scratch memory, if there is any, back to the matrix that it was copied from. */
  putBack(): void {
    if (!this.copied) return;
    for (let i = 0, from = 0; i < this.rows; i++) {
      let to = this.start + i * this.rowStride;
      for (let j = 0; j < this.columns; j++, to += this.columnStride) this.source[to] = this.data[from++];
    }
  }

  private settle(dtype: FloatDType): void {
    const { rows, columns, rowStride, columnStride } = this;
    this.copied = false;
    this.data = this.source;
    this.offset = this.start;
    if ((columnStride === 1 || columns === 1) && (rowStride >= columns || rows === 1)) {
      this.transposed = false;
      this.leading = Math.max(rowStride, columns);
    } else if ((rowStride === 1 || rows === 1) && (columnStride >= rows || columns === 1)) {
      this.transposed = true;
      this.leading = Math.max(columnStride, rows);
    } else {
      this.copy(dtype === "float64" ? this.float64 : this.float32);
    }
  }

  private copy(scratch: Storage<FloatDType>): void {
    scratch.grow(this.rows * this.columns);
    const to = scratch.data;
    for (let i = 0, at = 0; i < this.rows; i++) {
      let from = this.start + i * this.rowStride;
      for (let j = 0; j < this.columns; j++, from += this.columnStride) to[at++] = this.source[from];
    }
    this.transposed = false;
    this.data = to;
    this.offset = 0;
    this.leading = this.columns;
    this.copied = true;
  }
}
