import type { DType, FloatDType } from "../dtype/DType.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { formatSize } from "../shape/size.ts";
import { Tensor, type TensorOptions } from "../tensor/Tensor.ts";

/**
 * The matrix with ones on its main diagonal and zeros elsewhere: `[rows, columns]`, square when the columns are left out.
 *
 * @throws ShapeError unless both are whole numbers from 1 up
 * @throws ArgumentError for options that do not exist
 * @example
 * ```ts
 * import { eye } from "@rushlight/tensor";
 *
 * console.log(eye(2).toArray()); // [ [ 1, 0 ], [ 0, 1 ] ]
 * console.log(eye(2, 3, { dtype: "int32" }).toArray()); // [ [ 1, 0, 0 ], [ 0, 1, 0 ] ]
 * ```
 */
export function eye<D extends DType = FloatDType>(
  rows: number,
  columns: number = rows,
  options: TensorOptions<D> = {},
): Tensor<D> {
  checkOptions("eye", options, ["dtype"]);
  const size = [rows, columns];
  if (!size.every((extent) => Number.isInteger(extent) && extent > 0)) {
    throw new ShapeError(`eye: expected at least 1 row and 1 column, got ${formatSize(size)}`);
  }
  const result = new Tensor<D>(size, options);
  const data = result.data;
  const diagonal = Math.min(rows, columns);
  for (let i = 0; i < diagonal; i++) data[i * (columns + 1)] = 1;
  return result;
}
