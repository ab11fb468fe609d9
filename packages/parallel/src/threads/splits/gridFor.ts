/** How a matrix is divided. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/**
 * What it costs to pack an element of an operand, in multiply-adds. Each row of parts packs all of B anew, and each column
 * of parts all of A.
 */
const PACKING = 4;

/**
 * Into how many rows and columns of parts the result of a product is divided: so that the largest part is small, and little
 * is packed twice. Fewer parts than were asked for, when the result has fewer tiles.
 *
 * @param m the rows of the result, in tiles of so many
 * @param n its columns, likewise
 */
export function gridFor(parts: number, m: number, rowUnit: number, n: number, columnUnit: number): Grid {
  const rowTiles = Math.ceil(m / rowUnit);
  const columnTiles = Math.ceil(n / columnUnit);
  let best: Grid = { rows: 1, columns: 1 };
  let least = Number.POSITIVE_INFINITY;
  for (let rows = 1; rows <= parts; rows++) {
    const columns = Math.floor(parts / rows);
    if (rows > rowTiles || columns > columnTiles) continue;
    // The time of the largest part, as a multiple of the time of the whole.
    const largest = (Math.ceil(rowTiles / rows) / rowTiles) * (Math.ceil(columnTiles / columns) / columnTiles);
    const packed = PACKING * (1 / (m * columns) + 1 / (n * rows));
    if (largest + packed >= least) continue;
    least = largest + packed;
    best = { rows, columns };
  }
  return best;
}
