import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, mapInto, type Tensor, zipInto } from "@rushlight/tensor";

/** Options of {@link Threshold} and the functions made of it. */
export interface InplaceOptions {
  /**
   * Whether forward overwrites its input and backward its gradOutput, to save memory; false when left out. Only where
   * the module before does not need its output for its own backward.
   */
  readonly inplace?: boolean;
}

const optionNames: readonly (keyof InplaceOptions)[] = ["inplace"];

/**
 * A threshold: y = x where x > threshold, else value; dx = dy where x > threshold, else 0. Element by element, for any
 * shape. Torch's `nn.Threshold`.
 *
 * @example
 * ```ts
 * import { Threshold } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Threshold(1, -7).forward(tensor([0, 1, 2])).toArray()); // [ -7, -7, 2 ]
 * ```
 */
export class Threshold extends Module {
  readonly threshold: number;
  readonly value: number;
  readonly inplace: boolean;

  /**
   * @param threshold 1e-6 when left out
   * @param value what stands in for elements up to the threshold; 0 when left out
   * @throws ArgumentError for values that are not numbers, or in place when `value` is above the threshold: which
   * elements passed could not be told afterwards
   */
  constructor(threshold = 1e-6, value = 0, options: InplaceOptions = {}) {
    super();
    checkOptions(this.constructor.name, options, optionNames);
    if (typeof threshold !== "number" || typeof value !== "number" || Number.isNaN(threshold) || Number.isNaN(value)) {
      throw new ArgumentError(`Threshold: expected a threshold and a value, got ${threshold} and ${value}`);
    }
    if (options.inplace === true && value > threshold) {
      throw new ArgumentError(`Threshold: expected a value up to the threshold ${threshold} in place, got ${value}`);
    }
    this.threshold = threshold;
    this.value = value;
    this.inplace = options.inplace ?? false;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    if (this.inplace) this.output.set(input);
    else this.output.resizeAs(input);
    mapInto("threshold", "threshold", input, this.output, this.threshold, this.value);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    checkGradOutput(this, gradOutput, this.output);
    if (this.inplace) this.gradInput.set(gradOutput);
    else this.gradInput.resizeAs(this.output);
    zipInto("threshold", "thresholdGradient", gradOutput, input, this.gradInput, this.threshold);
    return this.gradInput;
  }

  override describe(): string {
    return `Threshold(${this.threshold}, ${this.value})`;
  }
}
