import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { mapInto, type Tensor } from "@rushlight/tensor";
import { checkLastInput } from "./checkLastInput.ts";
import { checkSetting } from "./numbers.ts";

/**
 * A power: y = x^exponent, dx = dy·exponent·x^(exponent − 1), element by element, for any shape. Torch's `nn.Power`.
 *
 * @example
 * ```ts
 * import { Power } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Power(3).forward(tensor([-2, 0.5])).toArray()); // [ -8, 0.125 ]
 * ```
 */
export class Power extends Module {
  /** What the input is raised to. */
  readonly exponent: number;

  /**
   * @param exponent any number
   * @throws ArgumentError for what is no number
   */
  constructor(exponent: number) {
    super();
    this.exponent = checkSetting("Power", "an exponent", exponent);
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    mapInto("Power", "powScalar", input, this.output.resizeAs(input), this.exponent);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkLastInput(this, input);
    checkGradOutput(this, gradOutput, this.output);
    // Common exponents have quick kernels of their own as powers, not as gradients of powers.
    mapInto("Power", "powScalar", input, this.gradInput.resizeAs(input), this.exponent - 1);
    return this.gradInput.cmul(gradOutput).mul(this.exponent);
  }

  override describe(): string {
    return `Power(${this.exponent})`;
  }
}
