import type { CompareKernel, CompareScalarKernel, Comparison } from "../Backend.ts";

/** Comparisons with a scalar. */
export const plainCompareScalar: Readonly<Record<Comparison, CompareScalarKernel>> = {
  lt(count, x, ix, xStride, mask, at, maskStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, at += maskStride) mask[at] = x[ix] < a ? 1 : 0;
  },
  le(count, x, ix, xStride, mask, at, maskStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, at += maskStride) mask[at] = x[ix] <= a ? 1 : 0;
  },
  gt(count, x, ix, xStride, mask, at, maskStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, at += maskStride) mask[at] = x[ix] > a ? 1 : 0;
  },
  ge(count, x, ix, xStride, mask, at, maskStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, at += maskStride) mask[at] = x[ix] >= a ? 1 : 0;
  },
  eq(count, x, ix, xStride, mask, at, maskStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, at += maskStride) mask[at] = x[ix] === a ? 1 : 0;
  },
  ne(count, x, ix, xStride, mask, at, maskStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, at += maskStride) mask[at] = x[ix] !== a ? 1 : 0;
  },
};

/** Comparisons of two operands. */
export const plainCompare: Readonly<Record<Comparison, CompareKernel>> = {
  lt(count, x, ix, xStride, y, iy, yStride, mask, at, maskStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, at += maskStride) mask[at] = x[ix] < y[iy] ? 1 : 0;
  },
  le(count, x, ix, xStride, y, iy, yStride, mask, at, maskStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, at += maskStride) mask[at] = x[ix] <= y[iy] ? 1 : 0;
  },
  gt(count, x, ix, xStride, y, iy, yStride, mask, at, maskStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, at += maskStride) mask[at] = x[ix] > y[iy] ? 1 : 0;
  },
  ge(count, x, ix, xStride, y, iy, yStride, mask, at, maskStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, at += maskStride) mask[at] = x[ix] >= y[iy] ? 1 : 0;
  },
  eq(count, x, ix, xStride, y, iy, yStride, mask, at, maskStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, at += maskStride) mask[at] = x[ix] === y[iy] ? 1 : 0;
  },
  ne(count, x, ix, xStride, y, iy, yStride, mask, at, maskStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, at += maskStride) mask[at] = x[ix] !== y[iy] ? 1 : 0;
  },
};
