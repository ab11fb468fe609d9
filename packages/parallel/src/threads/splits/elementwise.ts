import type { Kernel } from "../callKernel.ts";
import { partStart, type Splitter } from "./Splitter.ts";

/** Elements that parts begin at multiples of: whole cache lines, when the operands begin with one. */
const UNIT = 64;

/** `map_*`, `compareScalar_*`: functions of x, element by element, to a y whose elements have so many bytes. */
export function splitMap({ fork, number, kernel, bytes, least }: Splitter, yBytes: number): Kernel {
  return (count, x, xStride, y, yStride, a, b) => {
    const parts = fork.partsFor(count, least, Math.ceil(count / UNIT));
    if (parts === 1) return kernel(count, x, xStride, y, yStride, a, b);
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, UNIT, parts, part);
      const some = partStart(count, UNIT, parts, part + 1) - start;
      fork.put(some, x + start * xStride * bytes, xStride, y + start * yStride * yBytes, yStride, a, b);
    }
    return fork.run(number, kernel);
  };
}

/** `zip_*`, `compare_*`: functions of x and y, element by element, to a z whose elements have so many bytes. */
export function splitZip({ fork, number, kernel, bytes, least }: Splitter, zBytes: number): Kernel {
  return (count, x, xStride, y, yStride, z, zStride, a, b) => {
    const parts = fork.partsFor(count, least, Math.ceil(count / UNIT));
    if (parts === 1) return kernel(count, x, xStride, y, yStride, z, zStride, a, b);
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, UNIT, parts, part);
      const some = partStart(count, UNIT, parts, part + 1) - start;
      const xAt = x + start * xStride * bytes;
      const yAt = y + start * yStride * bytes;
      fork.put(some, xAt, xStride, yAt, yStride, z + start * zStride * zBytes, zStride, a, b);
    }
    return fork.run(number, kernel);
  };
}

/** `fill_*`. */
export function splitFill({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (count, y, a) => {
    const parts = fork.partsFor(count, least, Math.ceil(count / UNIT));
    if (parts === 1) return kernel(count, y, a);
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, UNIT, parts, part);
      fork.put(partStart(count, UNIT, parts, part + 1) - start, y + start * bytes, a);
    }
    return fork.run(number, kernel);
  };
}

/** `step_*`: dense vectors, three or four of them, and numbers. What is not used has the address 0, wherever a part begins. */
export function splitStep({ fork, number, kernel, bytes, least }: Splitter, vectors: 3 | 4): Kernel {
  return (count, x, g, v, last, a, b, c, d, e, f) => {
    const parts = fork.partsFor(count, least, Math.ceil(count / UNIT));
    if (parts === 1) return kernel(count, x, g, v, last, a, b, c, d, e, f);
    for (let part = 0; part < parts; part++) {
      const start = partStart(count, UNIT, parts, part);
      const some = partStart(count, UNIT, parts, part + 1) - start;
      const skipped = start * bytes;
      const lastAt = vectors === 4 ? last + skipped : last;
      fork.put(some, x + skipped, g + skipped, v === 0 ? 0 : v + skipped, lastAt, a, b, c, d, e, f);
    }
    return fork.run(number, kernel);
  };
}
