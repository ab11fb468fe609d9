import type { ZipKernel, ZipOperation } from "../Backend.ts";

/**
 * The plain element-wise functions of two operands: one loop each, so that each compiles to its own tight code.
 *
 * The commonest have two loops more, for dense operands that begin at one offset. One index, and one kind of array to each
 * loop, spare the engine most of what it checks at every access: that makes them nearly twice as fast.
 */
export const plainZip: Readonly<Record<ZipOperation, ZipKernel>> = {
  add(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    if (ix === iz && iy === iz && xStride === 1 && yStride === 1 && zStride === 1) {
      const end = iz + count;
      if (z instanceof Float32Array) for (let i = iz; i < end; i++) z[i] = x[i] + a * y[i];
      else for (let i = iz; i < end; i++) z[i] = x[i] + a * y[i];
      return;
    }
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] + a * y[iy];
    }
  },
  mul(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    if (ix === iz && iy === iz && xStride === 1 && yStride === 1 && zStride === 1) {
      const end = iz + count;
      if (z instanceof Float32Array) for (let i = iz; i < end; i++) z[i] = x[i] * y[i];
      else for (let i = iz; i < end; i++) z[i] = x[i] * y[i];
      return;
    }
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] * y[iy];
    }
  },
  div(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] / y[iy];
    }
  },
  pow(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] ** y[iy];
    }
  },
  max(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] >= y[iy] || Number.isNaN(x[ix]) ? x[ix] : y[iy];
    }
  },
  min(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] <= y[iy] || Number.isNaN(x[ix]) ? x[ix] : y[iy];
    }
  },
  fmod(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] % y[iy];
    }
  },
  remainder(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] - y[iy] * Math.floor(x[ix] / y[iy]);
    }
  },
  atan2(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = Math.atan2(x[ix], y[iy]);
    }
  },
  lerp(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] + a * (y[iy] - x[ix]);
    }
  },
  addMul(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    if (ix === iz && iy === iz && xStride === 1 && yStride === 1 && zStride === 1) {
      const end = iz + count;
      if (z instanceof Float32Array) for (let i = iz; i < end; i++) z[i] += a * x[i] * y[i];
      else for (let i = iz; i < end; i++) z[i] += a * x[i] * y[i];
      return;
    }
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] += a * x[ix] * y[iy];
    }
  },
  addDiv(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] += (a * x[ix]) / y[iy];
    }
  },
  tanhGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] * (1 - y[iy] * y[iy]);
    }
  },
  sigmoidGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] * y[iy] * (1 - y[iy]);
    }
  },
  thresholdGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    if (ix === iz && iy === iz && xStride === 1 && yStride === 1 && zStride === 1) {
      const end = iz + count;
      if (z instanceof Float32Array) for (let i = iz; i < end; i++) z[i] = y[i] > a ? x[i] : 0;
      else for (let i = iz; i < end; i++) z[i] = y[i] > a ? x[i] : 0;
      return;
    }
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = y[iy] > a ? x[ix] : 0;
    }
  },
  absGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = y[iy] >= 0 ? x[ix] : -x[ix];
    }
  },
  clampGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a, b) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = y[iy] > a && y[iy] < b ? x[ix] : 0;
    }
  },
  leakyReLUGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = y[iy] > 0 ? x[ix] : a * x[ix];
    }
  },
  eluGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = y[iy] > 0 ? x[ix] : x[ix] * (y[iy] + a);
    }
  },
  shrinkGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = Math.abs(y[iy]) > a ? x[ix] : 0;
    }
  },
  softPlusGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a, b) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = a * y[iy] > b ? x[ix] : -x[ix] * Math.expm1(-a * y[iy]);
    }
  },
  softSignGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] / ((1 + Math.abs(y[iy])) * (1 + Math.abs(y[iy])));
    }
  },
  logSigmoidGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] / (1 + Math.exp(y[iy]));
    }
  },
  sqrtGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = y[iy] !== 0 ? (0.5 * x[ix]) / y[iy] : 0;
    }
  },
  powScalarGradient(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] * a * y[iy] ** (a - 1);
    }
  },
};
