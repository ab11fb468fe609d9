import { checkOptions } from "@rushlight/tensor";
import type { SampleOptions } from "../reshape/dimensions.ts";
import { Sum, type SumOptions } from "./Sum.ts";

const optionNames: readonly (keyof SampleOptions)[] = ["nInputDims"];

/**
 * The mean along a dimension: y = (1/n)·Σᵢ xᵢ; dx is dy/n expanded. Torch's `nn.Mean`.
 *
 * Shapes, for dimension 1: `[A, B, C] → [A, C]`; a vector becomes `[1]`.
 *
 * @example
 * ```ts
 * import { Mean } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Mean(1).forward(tensor([[1, 2], [3, 5]])).toArray()); // [ 1.5, 4 ]
 * ```
 */
export class Mean extends Sum {
  /**
   * @param dimension what to average along; negative ones count from the end; 0 when left out
   * @throws ArgumentError for a dimension that is not whole, and for options that do not exist
   */
  constructor(dimension = 0, options: SampleOptions = {}) {
    super(dimension, averaging(options));
  }
}

function averaging(options: SampleOptions): SumOptions {
  checkOptions("Mean", options, optionNames);
  return { ...options, sizeAverage: true };
}
