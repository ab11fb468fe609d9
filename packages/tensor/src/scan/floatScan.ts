import type { FloatArray } from "../backend/Backend.ts";
import type { ScanKernel, ScanOperation } from "./ScanKernel.ts";

/** Cumulative sums and products of floats, accumulated in double precision. */
export const floatScan: Readonly<Record<ScanOperation, ScanKernel<FloatArray>>> = {
  sum(count, x, ix, xStride, z, iz, zStride) {
    let total = 0;
    for (let i = 0; i < count; i++, ix += xStride, iz += zStride) {
      total += x[ix];
      z[iz] = total;
    }
  },
  product(count, x, ix, xStride, z, iz, zStride) {
    let total = 1;
    for (let i = 0; i < count; i++, ix += xStride, iz += zStride) {
      total *= x[ix];
      z[iz] = total;
    }
  },
};
