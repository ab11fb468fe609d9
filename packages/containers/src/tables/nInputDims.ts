import type { AnyModule } from "@rushlight/module";
import { checkDimension, checkOptions, type Tensor } from "@rushlight/tensor";
import { checkCount } from "../checks/tables.ts";

/** Options of {@link JoinTable} and {@link SplitTable}. */
export interface NInputDimsOptions {
  /**
   * The number of dimensions of one sample. A tensor with one more is a batch, in which a dimension that is not negative
   * counts from the second on.
   */
  readonly nInputDims?: number;
}

/**
 * Checks the options and gives what they say.
 *
 * @throws ArgumentError for options that do not exist, or a number that is not whole and at least 1
 */
export function checkNInputDims(name: string, options: NInputDimsOptions): number | undefined {
  checkOptions(name, options, ["nInputDims"]);
  return options.nInputDims === undefined ? undefined : checkCount(name, "nInputDims", options.nInputDims);
}

/**
 * The dimension of a tensor that is meant, counted from the start.
 *
 * @throws IndexError when the tensor does not have it
 */
export function sampleDimension(
  module: AnyModule,
  tensor: Tensor,
  dimension: number,
  nInputDims: number | undefined,
): number {
  const shift = dimension >= 0 && tensor.dim() === (nInputDims ?? Number.NaN) + 1 ? 1 : 0;
  return checkDimension(module.describe(), dimension + shift, tensor.dim());
}
