import { ArgumentError, formatSize, isTensor, ShapeError, shown, type Tensor } from "@rushlight/tensor";
import { checkList } from "../checks/checkList.ts";
import { checkNames } from "../checks/checkTitles.ts";

/** How many of which class were taken for which. */
export interface Confusion {
  readonly classes: readonly string[];
  /** By actual class, then by the class that was chosen. */
  readonly counts: readonly (readonly number[])[];
  /** How many there are of each class. */
  readonly totals: readonly number[];
  readonly total: number;
  readonly right: number;
}

/**
 * The counts of a confusion matrix.
 *
 * @param owner what messages call the function
 * @throws ShapeError for a matrix that is not square, or without classes
 * @throws ArgumentError for counts that are negative or not finite, and names that are not one for each class
 */
export function confusionOf(owner: string, matrix: Tensor, names: readonly string[] | undefined): Confusion {
  if (!isTensor(matrix)) throw new ArgumentError(`${owner}: expected a tensor as the matrix, got ${shown(matrix)}`);
  const [n = 0, m] = matrix.size();
  if (matrix.dim() !== 2 || n !== m || n === 0) {
    throw new ShapeError(`${owner}: expected a matrix [C, C], got ${formatSize(matrix.size())}`);
  }
  const classes = names ?? Array.from({ length: n }, (_, i) => String(i));
  checkList(`${owner}: classes`, classes);
  if (classes.length !== n) throw new ArgumentError(`${owner}: expected ${n} classes, got ${classes.length}`);
  checkNames(`${owner}: class`, classes);
  const values = Array.from(matrix.toTypedArray());
  const bad = values.findIndex((count) => !(Number.isFinite(count) && count >= 0));
  if (bad !== -1) {
    const where = `row ${Math.floor(bad / n)}, column ${bad % n}`;
    throw new ArgumentError(`${owner}: expected counts of 0 or more, got ${values[bad]} in ${where}`);
  }
  const counts = classes.map((_, i) => values.slice(i * n, (i + 1) * n));
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const right = counts.reduce((sum, row, i) => sum + row[i], 0);
  return { classes, counts, totals, total: totals.reduce((sum, count) => sum + count, 0), right };
}

/** A share in per cent with one digit, or a dash where there is nothing to have a share of. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

/** The share that is right, and of how many, or that there are none. */
export function accuracyText({ right, total }: Confusion): string {
  return total === 0 ? "nothing counted" : `${percentOf(right, total)} right, ${grouped(right)} of ${grouped(total)}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** A count in as few characters as it needs: whole ones as they are, others with three digits. */
export function countText(count: number): string {
  return Number.isInteger(count) ? String(count) : String(Number(count.toPrecision(3)));
}
