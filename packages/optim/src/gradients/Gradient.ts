import {
  ArgumentError,
  DTypeError,
  formatSize,
  isTensor,
  type RowGradient,
  ShapeError,
  shown,
  type Tensor,
} from "@rushlight/tensor";
import { checkLikeParameters } from "../evaluation/checks.ts";

/** A gradient as a tensor of the parameters' size, or as the rows of it that are not 0. */
export type Gradient = Tensor | RowGradient;

/**
 * Checks that a gradient goes with the parameters.
 *
 * @param rows whether the optimiser takes rows
 * @throws ArgumentError, ShapeError or DTypeError when it does not
 */
export function checkGradient(owner: string, gradient: Gradient, x: Tensor, rows: boolean): void {
  if (isTensor(gradient)) {
    checkLikeParameters(owner, "gradient", gradient, x);
    return;
  }
  if (!isRowGradient(gradient)) {
    throw new ArgumentError(`${owner}: expected a gradient from the evaluation, got ${shown(gradient)}`);
  }
  if (!rows) throw new ArgumentError(`${owner}: expected a gradient of the parameters' size, got one of rows alone`);
  checkRows(owner, gradient, x);
}

function isRowGradient(gradient: RowGradient): boolean {
  return typeof gradient === "object" && gradient !== null && isTensor(gradient.rows) && isTensor(gradient.values);
}

function checkRows(owner: string, { rows, values }: RowGradient, x: Tensor): void {
  if (rows.nElement() === 0 && values.nElement() === 0) return;
  if (rows.dtype !== "int32" || rows.dim() !== 1) {
    throw new ArgumentError(
      `${owner}: expected int32 numbers of rows [n] in the gradient, got ${rows.dtype} ${formatSize(rows.size())}`,
    );
  }
  if (values.dtype !== x.dtype) {
    throw new DTypeError(`${owner}: expected a ${x.dtype} gradient, as the parameters, got ${values.dtype}`);
  }
  const expected = [rows.nElement(), ...x.size().slice(1)];
  if (formatSize(values.size()) !== formatSize(expected)) {
    throw new ShapeError(
      `${owner}: expected ${formatSize(expected)} as the rows of a gradient, got ${formatSize(values.size())}`,
    );
  }
}
