import type { MapKernel, MapOperation } from "../Backend.ts";

/**
 * The plain element-wise functions of one operand: one loop each, so that each compiles to its own tight code. The commonest
 * have loops of their own for dense operands that begin at one offset, as in `zip.ts`.
 */
export const plainMap: Readonly<Record<MapOperation, MapKernel>> = {
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
    if (ix === iy && xStride === 1 && yStride === 1) {
      const end = iy + count;
      if (y instanceof Float32Array) for (let i = iy; i < end; i++) y[i] = x[i] + a;
      else for (let i = iy; i < end; i++) y[i] = x[i] + a;
      return;
    }
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] + a;
  },
  mulScalar(count, x, ix, xStride, y, iy, yStride, a) {
    if (ix === iy && xStride === 1 && yStride === 1) {
      const end = iy + count;
      if (y instanceof Float32Array) for (let i = iy; i < end; i++) y[i] = x[i] * a;
      else for (let i = iy; i < end; i++) y[i] = x[i] * a;
      return;
    }
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] * a;
  },
  divScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] / a;
  },
  powScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] ** a;
  },
  scalarMinus(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = a - x[ix];
  },
  scalarOver(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = a / x[ix];
  },
  scalarPow(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = a ** x[ix];
  },
  fmodScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] % a;
  },
  remainderScalar(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] - a * Math.floor(x[ix] / a);
  },
  clamp(count, x, ix, xStride, y, iy, yStride, a, b) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.min(b, Math.max(a, x[ix]));
  },
  threshold(count, x, ix, xStride, y, iy, yStride, a, b) {
    if (ix === iy && xStride === 1 && yStride === 1) {
      const end = iy + count;
      if (y instanceof Float32Array) for (let i = iy; i < end; i++) y[i] = x[i] > a ? x[i] : b;
      else for (let i = iy; i < end; i++) y[i] = x[i] > a ? x[i] : b;
      return;
    }
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] > a ? x[ix] : b;
  },
  leakyReLU(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] > 0 ? x[ix] : a * x[ix];
  },
  elu(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] > 0 ? x[ix] : a * Math.expm1(x[ix]);
  },
  hardShrink(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.abs(x[ix]) > a ? x[ix] : 0;
  },
  softShrink(count, x, ix, xStride, y, iy, yStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) {
      y[iy] = x[ix] > a ? x[ix] - a : x[ix] < -a ? x[ix] + a : 0;
    }
  },
  softPlus(count, x, ix, xStride, y, iy, yStride, a, b) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) {
      y[iy] = a * x[ix] > b ? x[ix] : Math.log1p(Math.exp(a * x[ix])) / a;
    }
  },
  softSign(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] / (1 + Math.abs(x[ix]));
  },
  sqrt(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.sqrt(x[ix]);
  },
  rsqrt(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = 1 / Math.sqrt(x[ix]);
  },
  exp(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.exp(x[ix]);
  },
  log(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.log(x[ix]);
  },
  log1p(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.log1p(x[ix]);
  },
  sin(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.sin(x[ix]);
  },
  cos(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.cos(x[ix]);
  },
  tan(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.tan(x[ix]);
  },
  asin(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.asin(x[ix]);
  },
  acos(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.acos(x[ix]);
  },
  atan(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.atan(x[ix]);
  },
  sinh(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.sinh(x[ix]);
  },
  cosh(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.cosh(x[ix]);
  },
  tanh(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.tanh(x[ix]);
  },
  sigmoid(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = 1 / (1 + Math.exp(-x[ix]));
  },
  logSigmoid(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) {
      y[iy] = Math.min(x[ix], 0) - Math.log1p(Math.exp(-Math.abs(x[ix])));
    }
  },
  floor(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.floor(x[ix]);
  },
  ceil(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.ceil(x[ix]);
  },
  round(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) {
      const whole = Math.trunc(x[ix]);
      // Halves go away from zero, as in C; Math.round takes them up.
      y[iy] = Math.abs(x[ix] - whole) >= 0.5 ? whole + Math.sign(x[ix]) : whole;
    }
  },
  trunc(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = Math.trunc(x[ix]);
  },
  frac(count, x, ix, xStride, y, iy, yStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) y[iy] = x[ix] - Math.trunc(x[ix]);
  },
};
