import type { Tensor } from "@rushlight/tensor";
import { type Activation, Container, type Module, printChain } from "../../src/index.ts";

/** The smallest container: one module after the other. */
export class Chain extends Container<Tensor, Tensor> {
  constructor(...modules: Module[]) {
    super();
    this.modules.push(...modules);
  }

  override updateOutput(input: Tensor): Tensor {
    let current: Activation = input;
    for (let i = 0; i < this.modules.length; i++) current = this.childOutput(i, current);
    this.output = current as Tensor;
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    let current: Activation = gradOutput;
    for (let i = this.modules.length - 1; i >= 0; i--) {
      current = this.childGradInput(i, i === 0 ? input : this.modules[i - 1].output, current);
    }
    this.gradInput = current as Tensor;
    return this.gradInput;
  }

  override toString(): string {
    return printChain(super.toString(), this.modules);
  }
}
