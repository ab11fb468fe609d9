import { checkInputDType } from "@rushlight/module";
import { checkOptions, type Tensor } from "@rushlight/tensor";
import { checkWhole } from "../reshape/checks.ts";
import { AddedParameter } from "./AddedParameter.ts";
import type { Alignment } from "./AlignedParameter.ts";

/** Options of {@link Add}. */
export interface AddOptions {
  /** Whether one number is learned and added to every element, whatever the input size; false when left out. */
  readonly scalar?: boolean;
}

const optionNames: readonly (keyof AddOptions)[] = ["scalar"];

/**
 * Addition of a learned bias vector: y = x + b, dx = dy, db += Σ dy. Torch's `nn.Add`.
 *
 * Shapes: any input of `inputSize` elements, or a batch `[N, ...]` of such samples; with `scalar` any shape. `bias` is
 * `[inputSize]`, or `[1]` with `scalar`, drawn uniform from ±1/√(number of its elements).
 *
 * @example
 * ```ts
 * import { Add } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const shift = new Add(2);
 * shift.bias.copy(tensor([10, 20]));
 * console.log(shift.forward(tensor([[1, 2], [3, 4]])).toArray()); // [ [ 11, 22 ], [ 13, 24 ] ]
 * ```
 */
export class Add extends AddedParameter {
  readonly scalar: boolean;

  /**
   * @param inputSize the number of elements of a sample, at least 1
   * @throws ArgumentError for other sizes, and for options that do not exist
   */
  constructor(inputSize: number, options: AddOptions = {}) {
    checkOptions("Add", options, optionNames);
    checkWhole("Add", "an input size", inputSize, 1);
    const scalar = options.scalar ?? false;
    super([scalar ? 1 : inputSize]);
    this.scalar = scalar;
  }

  protected override align(input: Tensor, parameter: Tensor): Alignment {
    if (!this.scalar) return super.align(input, parameter);
    checkInputDType(this, input, parameter.dtype);
    return [[input.nElement()], [1]];
  }
}
