import type { FloatArray } from "../backend/Backend.ts";
import type { ScanOperation } from "./ScanKernel.ts";

/**
 * A scan of columns, row by row: element (i, j) of an operand is at `offset + i·rowStride + j·columnStride`. z may be x;
 * `totals` is scratch memory, a number for each column.
 */
export type ColumnScan = (
  rows: number,
  columns: number,
  x: FloatArray,
  xOffset: number,
  xRowStride: number,
  xColumnStride: number,
  z: FloatArray,
  zOffset: number,
  zRowStride: number,
  zColumnStride: number,
  totals: Float64Array,
) => void;

/** Cumulative sums and products of the columns of floats, accumulated in double precision. */
export const columnScan: Readonly<Record<ScanOperation, ColumnScan>> = {
  sum(rows, columns, x, xOffset, xRowStride, xColumnStride, z, zOffset, zRowStride, zColumnStride, totals) {
    totals.fill(0, 0, columns);
    for (let i = 0; i < rows; i++, xOffset += xRowStride, zOffset += zRowStride) {
      let ix = xOffset;
      let iz = zOffset;
      for (let j = 0; j < columns; j++, ix += xColumnStride, iz += zColumnStride) {
        totals[j] += x[ix];
        z[iz] = totals[j];
      }
    }
  },
  product(rows, columns, x, xOffset, xRowStride, xColumnStride, z, zOffset, zRowStride, zColumnStride, totals) {
    totals.fill(1, 0, columns);
    for (let i = 0; i < rows; i++, xOffset += xRowStride, zOffset += zRowStride) {
      let ix = xOffset;
      let iz = zOffset;
      for (let j = 0; j < columns; j++, ix += xColumnStride, iz += zColumnStride) {
        totals[j] *= x[ix];
        z[iz] = totals[j];
      }
    }
  },
};
