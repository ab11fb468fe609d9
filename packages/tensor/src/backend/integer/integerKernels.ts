import type { TypedArrayOf } from "../../dtype/DType.ts";
import type { IntegerDType } from "../../layout/StridedElements.ts";
import type { MapKernel, MapOperation, ReduceKernel, ReduceOperation, ZipKernel, ZipOperation } from "../Backend.ts";

/** The typed arrays of integer tensors. */
export type IntegerArray = TypedArrayOf<IntegerDType>;

/**
 * The element-wise functions that integer tensors have. Results wrap around and drop fractions as a store into the
 * typed array does; a division by zero gives 0.
 */
export const integerMap: Readonly<Partial<Record<MapOperation, MapKernel<IntegerArray>>>> = {
  copy(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix];
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
  clamp(count, x, ix, xStride, y, iy, yStride, a, b) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.min(b, Math.max(a, x[ix]));
  },
};

/** The element-wise functions of two operands that integer tensors have. */
export const integerZip: Readonly<Partial<Record<ZipOperation, ZipKernel<IntegerArray>>>> = {
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
  max(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = Math.max(x[ix], y[iy]);
  },
  min(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) z[iz] = Math.min(x[ix], y[iy]);
  },
};

/** The reductions that integer tensors have, in double precision. */
export const integerReduce: Readonly<Partial<Record<ReduceOperation, ReduceKernel<IntegerArray>>>> = {
  sum(count, x, ix, xStride) {
    let total = 0;
    for (let i = 0; i < count; i++, ix += xStride) total += x[ix];
    return total;
  },
  product(count, x, ix, xStride) {
    let total = 1;
    for (let i = 0; i < count; i++, ix += xStride) total *= x[ix];
    return total;
  },
  max(count, x, ix, xStride) {
    let largest = x[ix];
    for (let i = 0; i < count; i++, ix += xStride) if (x[ix] > largest) largest = x[ix];
    return largest;
  },
  min(count, x, ix, xStride) {
    let smallest = x[ix];
    for (let i = 0; i < count; i++, ix += xStride) if (x[ix] < smallest) smallest = x[ix];
    return smallest;
  },
  argMax(count, x, ix, xStride) {
    let largest = x[ix];
    let position = 0;
    for (let i = 0; i < count; i++, ix += xStride) {
      if (x[ix] > largest) {
        largest = x[ix];
        position = i;
      }
    }
    return position;
  },
  argMin(count, x, ix, xStride) {
    let smallest = x[ix];
    let position = 0;
    for (let i = 0; i < count; i++, ix += xStride) {
      if (x[ix] < smallest) {
        smallest = x[ix];
        position = i;
      }
    }
    return position;
  },
};
