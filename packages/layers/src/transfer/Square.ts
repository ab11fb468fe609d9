import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { type Tensor, zipInto } from "@rushlight/tensor";
import { checkLastInput } from "./checkLastInput.ts";

/**
 * The square: y = x², dx = 2·dy·x, element by element, for any shape. Torch's `nn.Square`.
 *
 * @example
 * ```ts
 * import { Square } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Square().forward(tensor([-3, 0.5])).toArray()); // [ 9, 0.25 ]
 * ```
 */
export class Square extends Module {
  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    this.output.resizeAs(input);
    zipInto("Square", "mul", input, input, this.output);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkLastInput(this, input);
    checkGradOutput(this, gradOutput, this.output);
    this.gradInput.resizeAs(input);
    zipInto("Square", "mul", gradOutput, input, this.gradInput);
    return this.gradInput.mul(2);
  }
}
