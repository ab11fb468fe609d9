import type { IntegerArray } from "../backend/integer/IntegerArray.ts";
import type { ScanKernel, ScanOperation } from "./ScanKernel.ts";

/** Cumulative sums and products of integers. They wrap around at 32 bits, and where they are stored at the dtype's. */
export const integerScan: Readonly<Record<ScanOperation, ScanKernel<IntegerArray>>> = {
  sum(count, x, ix, xStride, z, iz, zStride) {
    let total = 0;
    for (let i = 0; i < count; i++, ix += xStride, iz += zStride) {
      total = (total + x[ix]) | 0;
      z[iz] = total;
    }
  },
  product(count, x, ix, xStride, z, iz, zStride) {
    let total = 1;
    for (let i = 0; i < count; i++, ix += xStride, iz += zStride) {
      total = Math.imul(total, x[ix]);
      z[iz] = total;
    }
  },
};
