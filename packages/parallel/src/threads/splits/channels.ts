import type { Kernel } from "../callKernel.ts";
import { partStart, type Splitter } from "./Splitter.ts";

/** Channels that parts begin at multiples of. Of single elements, two channels go into a vector. */
const UNIT = 4;

/** `channel_sums_*` over `[outer, channels, inner]`: by channels. */
export function splitChannelSums({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (outer, channels, all, inner, x, totals) => {
    const parts = fork.partsFor(outer * channels * inner, least, Math.ceil(channels / UNIT));
    if (parts === 1) return kernel(outer, channels, all, inner, x, totals);
    for (let part = 0; part < parts; part++) {
      const start = partStart(channels, UNIT, parts, part);
      const some = partStart(channels, UNIT, parts, part + 1) - start;
      fork.put(outer, some, all, inner, x + start * inner * bytes, totals + start * 8);
    }
    return fork.run(number, kernel);
  };
}

/** `channel_squares_*`: by channels. */
export function splitChannelSquares({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (outer, channels, all, inner, x, means, totals) => {
    const parts = fork.partsFor(outer * channels * inner, least, Math.ceil(channels / UNIT));
    if (parts === 1) return kernel(outer, channels, all, inner, x, means, totals);
    for (let part = 0; part < parts; part++) {
      const start = partStart(channels, UNIT, parts, part);
      const some = partStart(channels, UNIT, parts, part + 1) - start;
      fork.put(outer, some, all, inner, x + start * inner * bytes, means + start * 8, totals + start * 8);
    }
    return fork.run(number, kernel);
  };
}

/** `channel_products_*`: by channels. */
export function splitChannelProducts({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (outer, channels, all, inner, x, means, y, totals) => {
    const parts = fork.partsFor(outer * channels * inner, least, Math.ceil(channels / UNIT));
    if (parts === 1) return kernel(outer, channels, all, inner, x, means, y, totals);
    for (let part = 0; part < parts; part++) {
      const start = partStart(channels, UNIT, parts, part);
      const some = partStart(channels, UNIT, parts, part + 1) - start;
      const skipped = start * inner * bytes;
      fork.put(outer, some, all, inner, x + skipped, means + start * 8, y + skipped, totals + start * 8);
    }
    return fork.run(number, kernel);
  };
}

/**
 * `channel_normalize_*` of x, numbers and y, and `channel_normalizeGradient_*` of x, y, numbers and z: by the outer index where
 * there are enough, else by channels.
 */
export function splitNormalize({ fork, number, kernel, bytes, least }: Splitter, gradient: boolean): Kernel {
  return (outer, channels, all, inner, x, second, third, last) => {
    const wanted = fork.partsFor(outer * channels * inner, least, Math.max(outer, Math.ceil(channels / UNIT)));
    if (wanted === 1) return kernel(outer, channels, all, inner, x, second, third, last);
    const byOuter = outer >= wanted;
    const count = byOuter ? outer : channels;
    const unit = byOuter ? 1 : UNIT;
    const parts = Math.min(wanted, Math.ceil(count / unit));
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, unit, parts, part);
      const some = partStart(count, unit, parts, part + 1) - start;
      const elements = start * (byOuter ? all * inner : inner) * bytes;
      const numbers = byOuter ? 0 : start * bytes;
      const secondAt = second + (gradient ? elements : numbers);
      const thirdAt = third + (gradient ? numbers : elements);
      const outers = byOuter ? some : outer;
      fork.put(outers, byOuter ? channels : some, all, inner, x + elements, secondAt, thirdAt, last + elements);
    }
    return fork.run(number, kernel);
  };
}
