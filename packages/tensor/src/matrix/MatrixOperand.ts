import type { FloatArray } from "../backend/Backend.ts";
import type { FloatDType } from "../dtype/DType.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { contiguousStride } from "../shape/size.ts";
import { Storage } from "../storage/Storage.ts";

const loop = new StridedLoop();

/**
 * A matrix as the kernels take it: row-major, or the transpose of a row-major one. One object serves call after call.
 */
export class MatrixOperand {
  transposed = false;
  data: FloatArray = new Float32Array(0);
  offset = 0;
  /** The distance between rows, or between columns when transposed. */
  leading = 0;
  /** True when the elements are in scratch memory, not in the tensor's. */
  copied = false;

  private readonly float64 = new Storage("float64");
  private readonly float32 = new Storage("float32");

  /**
   * Takes a matrix `[m, n]` as it lies where its strides allow, else a dense copy in scratch memory, which grows to the
   * largest need and stays.
   */
  take(matrix: StridedElements<FloatDType>): this {
    const [rows, columns] = matrix.size();
    const [rowStride, columnStride] = matrix.stride();
    this.data = matrix.storage().data;
    this.offset = matrix.storageOffset();
    this.copied = false;
    if ((columnStride === 1 || columns === 1) && (rowStride >= columns || rows === 1)) {
      this.transposed = false;
      this.leading = Math.max(rowStride, columns);
    } else if ((rowStride === 1 || rows === 1) && (columnStride >= rows || columns === 1)) {
      this.transposed = true;
      this.leading = Math.max(columnStride, rows);
    } else {
      this.copy(matrix, rows, columns);
    }
    return this;
  }

  /** Writes the scratch memory back to the matrix that it was copied from. */
  putBack(matrix: StridedElements<FloatDType>): void {
    const to = matrix.storage().data;
    loop.begin(matrix.size(), contiguousStride(matrix.size()), matrix.stride(), matrix.stride());
    do {
      let iy = matrix.storageOffset() + loop.y;
      for (let i = 0, ix = loop.x; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride) to[iy] = this.data[ix];
    } while (loop.advance());
  }

  private copy(matrix: StridedElements<FloatDType>, rows: number, columns: number): void {
    const scratch = matrix.dtype === "float64" ? this.float64 : this.float32;
    scratch.grow(rows * columns);
    const from = matrix.storage().data;
    const to = scratch.data;
    loop.begin(matrix.size(), matrix.stride(), contiguousStride(matrix.size()), matrix.stride());
    do {
      let ix = matrix.storageOffset() + loop.x;
      for (let i = 0, iy = loop.y; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride) to[iy] = from[ix];
    } while (loop.advance());
    this.transposed = false;
    this.data = to;
    this.offset = 0;
    this.leading = columns;
    this.copied = true;
  }
}
