import { inputSizeError, type Module } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";

/** Options of modules that mean a dimension of a sample. */
export interface SampleOptions {
  /**
   * The number of dimensions of one sample. An input with more is a batch, in which a dimension that is not negative counts
   * from the first of a sample on.
   */
  readonly nInputDims?: number;
}

/**
 * The dimension of an input that a module means, counted from the start.
 *
 * @param nInputDims the number of dimensions of a sample; an input with one more is a batch
 * @throws ShapeError naming the module when the input does not have it
 */
export function dimensionIn(module: Module, input: Tensor, dimension: number, nInputDims?: number): number {
  const batched = nInputDims !== undefined && input.dim() === nInputDims + 1;
  const counted = shifted(dimension, batched ? 1 : 0, input.dim());
  if (counted >= 0 && counted < input.dim()) return counted;
  throw inputSizeError(module, `an input that has dimension ${dimension}`, input);
}

/**
 * Where a module puts a new dimension among those of an input, counted from the start.
 *
 * @param samplesFrom the first dimension of a sample
 * @throws ShapeError naming the module when the input has too few dimensions for that
 */
export function newDimensionIn(module: Module, input: Tensor, dimension: number, samplesFrom: number): number {
  const counted = shifted(dimension, samplesFrom, input.dim() + 1);
  if (input.dim() > 0 && counted >= 0 && counted <= input.dim()) return counted;
  throw inputSizeError(module, `an input with a place for a new dimension ${dimension}`, input);
}

function shifted(dimension: number, by: number, dimensions: number): number {
  return dimension < 0 ? dimension + dimensions : dimension + by;
}
