import * as nn from "@rushlight/nn";
import type { Tensor } from "@rushlight/tensor";

/** 784-50-10 as a module of its own, that says itself what it is made of. */
export class TwoLayers extends nn.Module {
  readonly hidden: nn.Linear = new nn.Linear(784, 50);
  readonly relu: nn.ReLU = new nn.ReLU();
  readonly scores: nn.Linear = new nn.Linear(50, 10);

  /** What is not named here is not zeroed, not trained and not saved. */
  override parameters(): nn.ParameterLists {
    const [weights, gradients] = this.hidden.parameters();
    const [moreWeights, moreGradients] = this.scores.parameters();
    return [
      [...weights, ...moreWeights],
      [...gradients, ...moreGradients],
    ];
  }

  updateOutput(input: Tensor): Tensor {
    this.output = this.scores.forward(
      this.relu.forward(this.hidden.forward(input)),
    );
    return this.output;
  }

  updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const gradScores = this.scores.updateGradInput(
      this.relu.output,
      gradOutput,
    );
    const gradRelu = this.relu.updateGradInput(
      this.hidden.output,
      gradScores,
    );
    this.gradInput = this.hidden.updateGradInput(input, gradRelu);
    return this.gradInput;
  }

  override accGradParameters(
    input: Tensor,
    gradOutput: Tensor,
    scale = 1,
  ): void {
    this.scores.accGradParameters(this.relu.output, gradOutput, scale);
    this.hidden.accGradParameters(input, this.relu.gradInput, scale);
  }
}
