import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, mapInto, type Tensor } from "@rushlight/tensor";
import type { InplaceOptions } from "../transfer/index.ts";

const optionNames: readonly (keyof InplaceOptions)[] = ["inplace"];

/**
 * Multiplication by a constant: y = c·x, dx = c·dy, for any shape. Torch's `nn.MulConstant`.
 *
 * In place, forward overwrites its input and backward its gradOutput; backward then divides the input by the constant
 * again, which gives it back up to rounding.
 *
 * @example
 * ```ts
 * import { MulConstant } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new MulConstant(3).forward(tensor([1, 2])).toArray()); // [ 3, 6 ]
 * ```
 */
export class MulConstant extends Module {
  readonly constant: number;
  readonly inplace: boolean;

  /**
   * @param constant what to multiply by
   * @throws ArgumentError for a constant that is not a number, for 0 in place, which could not be undone, and for options
   * that do not exist
   */
  constructor(constant: number, options: InplaceOptions = {}) {
    super();
    checkOptions("MulConstant", options, optionNames);
    this.inplace = options.inplace ?? false;
    if (typeof constant !== "number" || Number.isNaN(constant)) {
      throw new ArgumentError(`MulConstant: expected a number, got ${String(constant)}`);
    }
    if (constant === 0 && this.inplace) {
      throw new ArgumentError("MulConstant: expected a constant that is not 0 in place, got 0");
    }
    this.constant = constant;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    return this.product(input, this.output);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    checkGradOutput(this, gradOutput, input);
    this.product(gradOutput, this.gradInput);
    if (this.inplace) input.div(this.constant);
    return this.gradInput;
  }

  override describe(): string {
    return `MulConstant(${this.constant})`;
  }

  private product(source: Tensor, target: Tensor): Tensor {
    if (this.inplace) target.set(source);
    else target.resizeAs(source);
    mapInto("MulConstant", "mulScalar", source, target, this.constant);
    return target;
  }
}
