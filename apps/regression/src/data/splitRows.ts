import { RandomSampler } from "@rushlight/data";
import { DataError } from "@rushlight/data/csv";
import type { Split } from "./Problem.ts";

/** With fewer rows, there is nothing to say about a network. */
const FEWEST_ROWS = 10;

/** Which share of the rows is held out, and which share of the others tells when to stop. */
export interface Shares {
  readonly heldOut: number;
  readonly validation: number;
}

/**
 * Divides rows at random. Each part is in the order of the rows.
 *
 * @throws DataError when there are too few of them
 */
export function splitRows(name: string, rows: readonly number[], shares: Shares, seed: number): Split {
  if (rows.length < FEWEST_ROWS) {
    throw new DataError(`${name}: expected at least ${FEWEST_ROWS} rows with a target, got ${rows.length}`);
  }
  const order = Array.from(new RandomSampler(rows.length, { seed }), (index) => rows[index]);
  const heldOut = Math.max(1, Math.round(rows.length * shares.heldOut));
  const validation = shares.validation === 0 ? 0 : Math.max(1, Math.round((rows.length - heldOut) * shares.validation));
  const part = (from: number, to: number): Int32Array => Int32Array.from(order.slice(from, to)).sort();
  return {
    heldOut: part(0, heldOut),
    validation: part(heldOut, heldOut + validation),
    training: part(heldOut + validation, rows.length),
  };
}
