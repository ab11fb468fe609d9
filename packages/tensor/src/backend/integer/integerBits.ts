import type { MapKernel, ZipKernel } from "../Backend.ts";
import type { IntegerArray } from "./IntegerArray.ts";

/** The operations on the bits of whole numbers, as 32-bit words in two's complement. */
export type BitOperation = "lshift" | "rshift" | "bitand" | "bitor" | "bitxor";

/** Bits of each element and of a scalar. */
export const integerBitsScalar: Readonly<Record<BitOperation, MapKernel<IntegerArray>>> = {
  lshift(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] << a;
  },
  rshift(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] >> a;
  },
  bitand(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] & a;
  },
  bitor(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] | a;
  },
  bitxor(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] ^ a;
  },
};

/** Bits of the elements of two operands. */
export const integerBits: Readonly<Record<BitOperation, ZipKernel<IntegerArray>>> = {
  lshift(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = x[ix] << y[iy];
  },
  rshift(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = x[ix] >> y[iy];
  },
  bitand(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = x[ix] & y[iy];
  },
  bitor(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = x[ix] | y[iy];
  },
  bitxor(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = x[ix] ^ y[iy];
  },
};
