import type { Kernel } from "../callKernel.ts";
import { partStart, type Splitter } from "./Splitter.ts";

/** Elements of a block, which is summed on its own. The blocks are joined by the caller, in their order. */
const BLOCK = 4096;

/** The sums and the product of the blocks of a dense run. */
export function splitBlocks({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (count, x, a, to) => {
    const parts = fork.partsFor(count, least, Math.ceil(count / BLOCK));
    if (parts === 1) return kernel(count, x, a, to);
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, BLOCK, parts, part);
      fork.put(partStart(count, BLOCK, parts, part + 1) - start, x + start * bytes, a, to + (start / BLOCK) * 8);
    }
    return fork.run(number, kernel);
  };
}

/** `dot_*`: the sums of products of the blocks of two vectors. */
export function splitDot({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (count, x, xStride, y, yStride, to) => {
    const parts = fork.partsFor(count, least, Math.ceil(count / BLOCK));
    if (parts === 1) return kernel(count, x, xStride, y, yStride, to);
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, BLOCK, parts, part);
      const some = partStart(count, BLOCK, parts, part + 1) - start;
      const xAt = x + start * xStride * bytes;
      fork.put(some, xAt, xStride, y + start * yStride * bytes, yStride, to + (start / BLOCK) * 8);
    }
    return fork.run(number, kernel);
  };
}

/**
 * `reduce_max_*` and `reduce_min_*`: the first of the best that the parts have found, or NaN when one has.
 *
 * @param sign 1 for the largest, −1 for the smallest
 */
export function splitExtreme({ fork, number, kernel, bytes, least }: Splitter, sign: 1 | -1): Kernel {
  return (count, x) => {
    const parts = fork.partsFor(count, least, Math.ceil(count / LINE));
    if (parts === 1) return kernel(count, x);
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, LINE, parts, part);
      fork.put(partStart(count, LINE, parts, part + 1) - start, x + start * bytes, 0);
    }
    fork.run(number, kernel);
    let best = fork.result(0);
    for (let part = 1; part < parts; part++) {
      const found = fork.result(part);
      if (Number.isNaN(found) || sign * found > sign * best) best = found;
    }
    return best;
  };
}

const LINE = 16;

/** `column_sums_*` and `column_squares_*`: by columns. */
export function splitColumns({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (rows, columns, x, stride, means, totals) => {
    const parts = fork.partsFor(rows * columns, least, Math.ceil(columns / LINE));
    if (parts === 1) return kernel(rows, columns, x, stride, means, totals);
    for (let part = 0; part < parts; part++) {
      const start = partStart(columns, LINE, parts, part);
      const some = partStart(columns, LINE, parts, part + 1) - start;
      fork.put(rows, some, x + start * bytes, stride, means + start * 8, totals + start * 8);
    }
    return fork.run(number, kernel);
  };
}
