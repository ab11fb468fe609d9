import * as nn from "@rushlight/nn";
import type { Tensor } from "@rushlight/tensor";

/** A module that does nothing: what remains is the cost of the calls. */
export class Identity extends nn.Module {
  override updateOutput(input: Tensor): Tensor {
    this.output = input;
    return input;
  }

  override updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
    this.gradInput = gradOutput;
    return gradOutput;
  }
}
