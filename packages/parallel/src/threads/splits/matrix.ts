import { PARTS } from "../Control.ts";
import type { Kernel } from "../callKernel.ts";
import { gridFor } from "./gridFor.ts";
import { partStart, type Splitter } from "./Splitter.ts";

/** `gemm_*`: by rows and columns of C, in whole tiles. The work is counted in multiply-adds. */
export function splitGemm({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (tA, tB, m, n, k, alpha, a, aLeading, b, bLeading, beta, c, cLeading, along, scratch) => {
    const parts = fork.partsFor(m * n * k, least, PARTS);
    if (parts === 1) {
      return kernel(tA, tB, m, n, k, alpha, a, aLeading, b, bLeading, beta, c, cLeading, along, scratch);
    }
    const columnUnit = along ? COLUMNS_ALONG : COLUMN_BYTES / bytes;
    const { rows, columns } = gridFor(parts, m, ROWS, n, columnUnit);
    for (let i = 0; i < rows; i++) {
      const row = partStart(m, ROWS, rows, i);
      const someRows = partStart(m, ROWS, rows, i + 1) - row;
      const aAt = a + row * (tA ? 1 : aLeading) * bytes;
      for (let j = 0; j < columns; j++) {
        const column = partStart(n, columnUnit, columns, j);
        const someColumns = partStart(n, columnUnit, columns, j + 1) - column;
        const bAt = b + column * (tB ? bLeading : 1) * bytes;
        const cAt = c + (row * cLeading + column) * bytes;
        fork.put(
          tA,
          tB,
          someRows,
          someColumns,
          k,
          alpha,
          aAt,
          aLeading,
          bAt,
          bLeading,
          beta,
          cAt,
          cLeading,
          along,
          scratch,
        );
      }
    }
    return fork.run(number, kernel);
  };
}

/** The rows of a tile of C. */
const ROWS = 3;
/** The bytes of a row of a tile. */
const COLUMN_BYTES = 48;
/** The columns of a tile when rows are multiplied with rows. */
const COLUMNS_ALONG = 3;

/** `gemv_*`: by elements of y, so by rows of A. */
export function splitGemv({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (m, n, alpha, a, leading, x, beta, y) => {
    const parts = fork.partsFor(m * n, least, Math.ceil(m / ROWS_AT_ONCE));
    if (parts === 1) return kernel(m, n, alpha, a, leading, x, beta, y);
    for (let part = 0; part < parts; part++) {
      const start = partStart(m, ROWS_AT_ONCE, parts, part);
      const some = partStart(m, ROWS_AT_ONCE, parts, part + 1) - start;
      fork.put(some, n, alpha, a + start * leading * bytes, leading, x, beta, y + start * bytes);
    }
    return fork.run(number, kernel);
  };
}

const ROWS_AT_ONCE = 4;

/** `gemv_transposed_*`: by elements of y, so by columns of A. The sums of a part must find room in scratch memory. */
export function splitTransposed({ fork, number, kernel, bytes, least, scratchBytes }: Splitter): Kernel {
  return (m, n, alpha, a, leading, x, beta, y, scratch) => {
    const parts = fork.partsFor(m * n, least, Math.ceil(n / LINE));
    if (parts === 1 || (n / parts + LINE) * bytes + 16 > scratchBytes) {
      return kernel(m, n, alpha, a, leading, x, beta, y, scratch);
    }
    for (let part = 0; part < parts; part++) {
      const start = partStart(n, LINE, parts, part);
      const some = partStart(n, LINE, parts, part + 1) - start;
      fork.put(m, some, alpha, a + start * bytes, leading, x, beta, y + start * bytes, scratch);
    }
    return fork.run(number, kernel);
  };
}

/** Columns that parts begin at multiples of: whole cache lines. */
const LINE = 16;

/** `ger_*`: by rows of A. */
export function splitGer({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (m, n, alpha, x, y, a, leading) => {
    const parts = fork.partsFor(m * n, least, m);
    if (parts === 1) return kernel(m, n, alpha, x, y, a, leading);
    for (let part = 0; part < parts; part++) {
      const start = partStart(m, 1, parts, part);
      const some = partStart(m, 1, parts, part + 1) - start;
      fork.put(some, n, alpha, x + start * bytes, y, a + start * leading * bytes, leading);
    }
    return fork.run(number, kernel);
  };
}
