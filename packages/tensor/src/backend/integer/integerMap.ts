import type { MapKernel, MapOperation } from "../Backend.ts";
import type { IntegerArray } from "./IntegerArray.ts";

/**
 * The element-wise functions that integer tensors have. Results wrap around and drop fractions as a store into the
 * typed array does; a division by zero gives 0.
 */
export const integerMap: Readonly<
  Partial<Record<MapOperation, MapKernel<IntegerArray>>> & Record<"copy" | "fill", MapKernel<IntegerArray>>
> = {
  copy(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix];
  },
  fill(count, _x, _ix, _xStride, y, iy, yStride, a) {
    if (yStride === 1) y.fill(a, iy, iy + count);
    else for (let i = 0; i < count; i++, iy += yStride) y[iy] = a;
  },
  neg(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = -x[ix];
  },
  abs(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.abs(x[ix]);
  },
  sign(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.sign(x[ix]);
  },
  addScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] + a;
  },
  mulScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] * a;
  },
  divScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] / a;
  },
  fmodScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] % a;
  },
  remainderScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) {
      const rest = x[ix] % a;
      y[iy] = rest !== 0 && rest < 0 !== a < 0 ? rest + a : rest;
    }
  },
  clamp(count, x, ix, xStride, y, iy, yStride, a, b) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.min(b, Math.max(a, x[ix]));
  },
};
