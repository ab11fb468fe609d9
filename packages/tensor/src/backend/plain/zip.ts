import type { ZipKernel, ZipOperation } from "../Backend.ts";

/** The plain element-wise functions of two operands: one loop each, so that each compiles to its own tight code. */
export const plainZip: Readonly<Record<ZipOperation, ZipKernel>> = {
  add(count, x, ix, xStride, y, iy, yStride, z, iz, zStride, a) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = x[ix] + a * y[iy];
    }
  },
  mul(count, x, ix, xStride, y, iy, yStride, z, iz, zStride) {
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
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride, iz += zStride) {
      z[iz] = y[iy] > a ? x[ix] : 0;
    }
  },
};
