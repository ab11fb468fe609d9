import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { mapInto, type Tensor, zipInto } from "@rushlight/tensor";
import { checkLastInput } from "./checkLastInput.ts";

/**
 * What the hyperbolic tangent leaves: y = x − tanh(x), dx = dy·tanh²(x), element by element, for any shape. Torch's
 * `nn.TanhShrink`.
 *
 * @example
 * ```ts
 * import { TanhShrink } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new TanhShrink().forward(tensor([-100, 0, 100])).toArray()); // [ -99, 0, 99 ]
 * ```
 */
export class TanhShrink extends Module {
  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    this.output.resizeAs(input);
    mapInto("TanhShrink", "tanh", input, this.output);
    zipInto("TanhShrink", "add", input, this.output, this.output, -1);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkLastInput(this, input);
    checkGradOutput(this, gradOutput, this.output);
    this.gradInput.resizeAs(input);
    // Not from the output, which has lost the tangent where x is large.
    mapInto("TanhShrink", "tanh", input, this.gradInput);
    return this.gradInput.cmul(this.gradInput).cmul(gradOutput);
  }
}
