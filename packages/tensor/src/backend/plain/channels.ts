import type { FloatArray } from "../Backend.ts";
import type { ChannelKernels } from "../ChannelKernels.ts";

/** The plain statistics and maps of channels. */
export const plainChannels: ChannelKernels = {
  sum(outer, channels, inner, x, at, totals) {
    totals.fill(0, 0, channels);
    for (; outer > 0; outer--) {
      for (let channel = 0; channel < channels; channel++, at += inner) totals[channel] += sumOf(inner, x, at);
    }
  },

  sumOfSquaredDifferences(outer, channels, inner, x, at, means, totals) {
    totals.fill(0, 0, channels);
    for (; outer > 0; outer--) {
      for (let channel = 0; channel < channels; channel++, at += inner) {
        totals[channel] += productOf(inner, x, at, means[channel], x, at, means[channel]);
      }
    }
  },

  sumOfProducts(outer, channels, inner, x, xAt, y, yAt, means, totals, products) {
    totals.fill(0, 0, channels);
    products.fill(0, 0, channels);
    for (; outer > 0; outer--) {
      for (let channel = 0; channel < channels; channel++, xAt += inner, yAt += inner) {
        totals[channel] += sumOf(inner, y, yAt);
        products[channel] += productOf(inner, x, xAt, means[channel], y, yAt, 0);
      }
    }
  },

  normalize(outer, channels, inner, x, xOffset, a, b, c, y, yOffset) {
    if (x instanceof Float32Array) normalize32(outer, channels, inner, x, xOffset, a, b, c, y, yOffset);
    else normalize64(outer, channels, inner, x, xOffset, a, b, c, y, yOffset);
  },

  normalizeGradient(outer, channels, inner, x, xOffset, y, yOffset, a, b, c, d, z, zOffset) {
    if (x instanceof Float32Array) {
      normalizeGradient32(outer, channels, inner, x, xOffset, y, yOffset, a, b, c, d, z, zOffset);
    } else {
      normalizeGradient64(outer, channels, inner, x, xOffset, y, yOffset, a, b, c, d, z, zOffset);
    }
  },
};

// A loop for each dtype: one that is told how to round takes several times as long.

const normalize32: ChannelKernels["normalize"] = (outer, channels, inner, x, from, as, bs, cs, y, to) => {
  for (; outer > 0; outer--) {
    for (let channel = 0; channel < channels; channel++) {
      const a = Math.fround(as[channel]);
      const b = Math.fround(bs[channel]);
      const c = Math.fround(cs[channel]);
      for (let i = inner; i > 0; i--) y[to++] = Math.fround(Math.fround(x[from++] - a) * b) + c;
    }
  }
};

const normalize64: ChannelKernels["normalize"] = (outer, channels, inner, x, from, as, bs, cs, y, to) => {
  for (; outer > 0; outer--) {
    for (let channel = 0; channel < channels; channel++) {
      const a = as[channel];
      const b = bs[channel];
      const c = cs[channel];
      for (let i = inner; i > 0; i--) y[to++] = (x[from++] - a) * b + c;
    }
  }
};

const normalizeGradient32: ChannelKernels["normalizeGradient"] = (
  outer,
  channels,
  inner,
  x,
  xAt,
  y,
  yAt,
  as,
  bs,
  cs,
  ds,
  z,
  to,
) => {
  for (; outer > 0; outer--) {
    for (let channel = 0; channel < channels; channel++) {
      const a = Math.fround(as[channel]);
      const b = Math.fround(bs[channel]);
      const c = Math.fround(cs[channel]);
      const d = Math.fround(ds[channel]);
      for (let i = inner; i > 0; i--) {
        const part = Math.fround(Math.fround(x[xAt++] - a) * b);
        z[to++] = Math.fround(Math.fround(y[yAt++] - c) - part) * d;
      }
    }
  }
};

const normalizeGradient64: ChannelKernels["normalizeGradient"] = (
  outer,
  channels,
  inner,
  x,
  xAt,
  y,
  yAt,
  as,
  bs,
  cs,
  ds,
  z,
  to,
) => {
  for (; outer > 0; outer--) {
    for (let channel = 0; channel < channels; channel++) {
      const a = as[channel];
      const b = bs[channel];
      const c = cs[channel];
      const d = ds[channel];
      for (let i = inner; i > 0; i--) z[to++] = (y[yAt++] - c - (x[xAt++] - a) * b) * d;
    }
  }
};

/** Eight sums at a time do not wait for each other. */
function sumOf(count: number, x: FloatArray, at: number): number {
  let total = 0;
  let i = 0;
  if (count >= 8) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    for (; i + 8 <= count; i += 8, at += 8) {
      s0 += x[at];
      s1 += x[at + 1];
      s2 += x[at + 2];
      s3 += x[at + 3];
      s4 += x[at + 4];
      s5 += x[at + 5];
      s6 += x[at + 6];
      s7 += x[at + 7];
    }
    total = s0 + s2 + (s4 + s6) + (s1 + s3 + (s5 + s7));
  }
  for (; i < count; i++) total += x[at++];
  return total;
}

/** Σ (x − a)·(y − b), in the order of {@link sumOf}. */
function productOf(
  count: number,
  x: FloatArray,
  from: number,
  a: number,
  y: FloatArray,
  at: number,
  b: number,
): number {
  let total = 0;
  let i = 0;
  if (count >= 8) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    for (; i + 8 <= count; i += 8, from += 8, at += 8) {
      s0 += (x[from] - a) * (y[at] - b);
      s1 += (x[from + 1] - a) * (y[at + 1] - b);
      s2 += (x[from + 2] - a) * (y[at + 2] - b);
      s3 += (x[from + 3] - a) * (y[at + 3] - b);
      s4 += (x[from + 4] - a) * (y[at + 4] - b);
      s5 += (x[from + 5] - a) * (y[at + 5] - b);
      s6 += (x[from + 6] - a) * (y[at + 6] - b);
      s7 += (x[from + 7] - a) * (y[at + 7] - b);
    }
    total = s0 + s2 + (s4 + s6) + (s1 + s3 + (s5 + s7));
  }
  for (; i < count; i++, from++, at++) total += (x[from] - a) * (y[at] - b);
  return total;
}
