import type { AnyModule } from "@rushlight/module";
import { ArgumentError, checkDimension, type Tensor } from "@rushlight/tensor";

/** An option of layers that work along a dimension. */
export interface InputDimsOptions {
  /**
   * The number of dimensions of one sample. An input with one more is a batch, in which a dimension that is not
   * negative counts from the second on.
   */
  readonly nInputDims?: number;
}

/**
 * Checks how a layer finds its dimension.
 *
 * @throws ArgumentError unless the dimension is whole, and the number of dimensions at least 1
 */
export function checkDimensionSettings(name: string, dimension: number, nInputDims: number | undefined): void {
  if (!Number.isInteger(dimension)) throw new ArgumentError(`${name}: expected a whole dimension, got ${dimension}`);
  if (nInputDims !== undefined && (!Number.isInteger(nInputDims) || nInputDims < 1)) {
    throw new ArgumentError(`${name}: expected an nInputDims of at least 1, got ${nInputDims}`);
  }
}

/**
 * The dimension of an input that a layer works along, counted from the start.
 *
 * @throws IndexError when the input does not have it
 */
export function dimensionIn(
  module: AnyModule & { readonly dimension: number; readonly nInputDims: number | undefined },
  input: Tensor,
): number {
  const { dimension, nInputDims } = module;
  const shifted = nInputDims !== undefined && input.dim() === nInputDims + 1 && dimension >= 0;
  return checkDimension(module.describe(), shifted ? dimension + 1 : dimension, input.dim());
}
