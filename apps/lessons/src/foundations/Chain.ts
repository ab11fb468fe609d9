import * as nn from "@rushlight/nn";
import type { Tensor } from "@rushlight/tensor";

/** Modules one behind the other: what nn.Sequential is, without its checks. */
export class Chain extends nn.Module {
  private readonly modules: readonly nn.Module[];

  constructor(...modules: readonly nn.Module[]) {
    super();
    this.modules = modules;
  }

  override parameters(): nn.ParameterLists {
    const lists = this.modules.map((module) => module.parameters());
    return [
      lists.flatMap(([weights]) => weights),
      lists.flatMap(([, gradients]) => gradients),
    ];
  }

  updateOutput(input: Tensor): Tensor {
    this.output = this.modules.reduce(
      (current, module) => module.forward(current),
      input,
    );
    return this.output;
  }

  updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    let current = gradOutput;
    for (let i = this.modules.length - 1; i >= 0; i--) {
      current = this.modules[i].updateGradInput(
        this.inputOf(i, input),
        current,
      );
    }
    this.gradInput = current;
    return this.gradInput;
  }

  override accGradParameters(
    input: Tensor,
    gradOutput: Tensor,
    scale = 1,
  ): void {
    for (let i = this.modules.length - 1; i >= 0; i--) {
      const gradient =
        i === this.modules.length - 1
          ? gradOutput
          : this.modules[i + 1].gradInput;
      this.modules[i].accGradParameters(
        this.inputOf(i, input),
        gradient,
        scale,
      );
    }
  }

  private inputOf(index: number, input: Tensor): Tensor {
    return index === 0 ? input : this.modules[index - 1].output;
  }
}
