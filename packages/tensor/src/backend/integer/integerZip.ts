import type { ZipKernel, ZipOperation } from "../Backend.ts";
import type { IntegerArray } from "./IntegerArray.ts";

/** The element-wise functions of two operands that integer tensors have. */
export const integerZip: Readonly<
  Partial<Record<ZipOperation, ZipKernel<IntegerArray>>> & Record<"add", ZipKernel<IntegerArray>>
> = {
  add(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = x[ix] + a * y[iy];
  },
  mul(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    // A product of two 32-bit numbers can pass 2⁵³, where a double would lose the bits that wrapping keeps.
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = Math.imul(x[ix], y[iy]);
  },
  div(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = x[ix] / y[iy];
  },
  fmod(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = x[ix] % y[iy];
  },
  remainder(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      const rest = x[ix] % y[iy];
      z[iz] = rest !== 0 && rest < 0 !== y[iy] < 0 ? rest + y[iy] : rest;
    }
  },
  max(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = Math.max(x[ix], y[iy]);
  },
  min(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = Math.min(x[ix], y[iy]);
  },
};
