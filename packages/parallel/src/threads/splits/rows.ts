import type { Kernel } from "../callKernel.ts";
import { partStart, type Splitter } from "./Splitter.ts";

/** `rows_softMax_*` and `rows_logSoftMax_*` over `[outer, size, inner]`: by the outer index. */
export function splitRows({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (outer, size, inner, x, y) => {
    const parts = fork.partsFor(outer * size * inner, least, outer);
    if (parts === 1) return kernel(outer, size, inner, x, y);
    for (let part = 0; part < parts; part++) {
      const start = partStart(outer, 1, parts, part);
      const skipped = start * size * inner * bytes;
      fork.put(partStart(outer, 1, parts, part + 1) - start, size, inner, x + skipped, y + skipped);
    }
    return fork.run(number, kernel);
  };
}

/** Their gradients. */
export function splitRowGradients({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (outer, size, inner, output, gradOutput, gradInput) => {
    const parts = fork.partsFor(outer * size * inner, least, outer);
    if (parts === 1) return kernel(outer, size, inner, output, gradOutput, gradInput);
    for (let part = 0; part < parts; part++) {
      const start = partStart(outer, 1, parts, part);
      const some = partStart(outer, 1, parts, part + 1) - start;
      const skipped = start * size * inner * bytes;
      fork.put(some, size, inner, output + skipped, gradOutput + skipped, gradInput + skipped);
    }
    return fork.run(number, kernel);
  };
}

/** `gather_rows_*`: by the rows that are chosen. */
export function splitGather({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (count, size, indices, x, xStride, y, yStride) => {
    const parts = fork.partsFor(count * size, least, count);
    if (parts === 1) return kernel(count, size, indices, x, xStride, y, yStride);
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, 1, parts, part);
      const some = partStart(count, 1, parts, part + 1) - start;
      fork.put(some, size, indices + start * 4, x, xStride, y + start * yStride * bytes, yStride);
    }
    return fork.run(number, kernel);
  };
}

/** `scatter_add_rows_*`: by columns, since a row may be chosen several times. */
export function splitScatter({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (count, size, indices, x, xStride, y, yStride) => {
    const parts = fork.partsFor(count * size, least, Math.ceil(size / LINE));
    if (parts === 1) return kernel(count, size, indices, x, xStride, y, yStride);
    for (let part = 0; part < parts; part++) {
      const start = partStart(size, LINE, parts, part);
      const some = partStart(size, LINE, parts, part + 1) - start;
      fork.put(count, some, indices, x + start * bytes, xStride, y + start * bytes, yStride);
    }
    return fork.run(number, kernel);
  };
}

const LINE = 16;
