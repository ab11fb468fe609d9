import type { TypedArray } from "../dtype/DType.ts";
import type { StridedElements } from "../layout/StridedElements.ts";

/** y ← the elements of a matrix up to its diagonal k, and zeros to the right of it. y is x or does not overlap it. */
export function lowerTriangleInto(x: StridedElements, k: number, y: StridedElements): void {
  const [rows, columns] = x.size();
  for (let row = 0; row < rows; row++) {
    const kept = Math.min(Math.max(row + k + 1, 0), columns);
    copyRow(x, y, row, 0, kept);
    clearRow(y, row, kept, columns);
  }
}

/** y ← the elements of a matrix from its diagonal k on, and zeros to the left of it. y is x or does not overlap it. */
export function upperTriangleInto(x: StridedElements, k: number, y: StridedElements): void {
  const [rows, columns] = x.size();
  for (let row = 0; row < rows; row++) {
    const cleared = Math.min(Math.max(row + k, 0), columns);
    clearRow(y, row, 0, cleared);
    copyRow(x, y, row, cleared, columns);
  }
}

function copyRow(x: StridedElements, y: StridedElements, row: number, first: number, end: number): void {
  const from: TypedArray = x.storage().data;
  const to: TypedArray = y.storage().data;
  const [xRow, xStride] = x.stride();
  const [yRow, yStride] = y.stride();
  let ix = x.storageOffset() + row * xRow + first * xStride;
  let iy = y.storageOffset() + row * yRow + first * yStride;
  for (let column = first; column < end; column++, ix += xStride, iy += yStride) to[iy] = from[ix];
}

function clearRow(y: StridedElements, row: number, first: number, end: number): void {
  const to: TypedArray = y.storage().data;
  const [yRow, yStride] = y.stride();
  let iy = y.storageOffset() + row * yRow + first * yStride;
  for (let column = first; column < end; column++, iy += yStride) to[iy] = 0;
}
