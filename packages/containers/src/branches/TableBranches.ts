import { type Activation, Container, printBranches, type Table } from "@rushlight/module";
import { checkTable } from "../checks/tables.ts";
import { tableOf } from "../tables/tableOf.ts";

/** Modules side by side that each give a member of a table. */
export abstract class TableBranches<I extends Activation, O extends Activation> extends Container<I, O> {
  override output: O = tableOf([]);

  override updateOutput(input: I): O {
    this.output = tableOf(this.inputsOf(input).map((member, i) => this.childOutput(i, member)));
    return this.output;
  }

  override updateGradInput(input: I, gradOutput: O): I {
    const gradients = this.gradientsOf(gradOutput);
    const members = this.inputsOf(input);
    this.gradInput = this.gathered((i) => this.childGradInput(i, members[i], gradients[i], this.needsGradInput));
    return this.gradInput;
  }

  override accGradParameters(input: I, gradOutput: O, scale = 1): void {
    const gradients = this.gradientsOf(gradOutput);
    for (const [i, member] of this.inputsOf(input).entries()) {
      this.childAccGradParameters(i, member, gradients[i], scale);
    }
  }

  override backward(input: I, gradOutput: O, scale = 1): I {
    const gradients = this.gradientsOf(gradOutput);
    const members = this.inputsOf(input);
    this.gradInput = this.gathered((i) => this.childBackward(i, members[i], gradients[i], scale, this.needsGradInput));
    return this.gradInput;
  }

  override accUpdateGradParameters(input: I, gradOutput: O, learningRate: number): void {
    const gradients = this.gradientsOf(gradOutput);
    for (const [i, member] of this.inputsOf(input).entries()) {
      this.childAccUpdate(i, member, gradients[i], learningRate);
    }
  }

  // What it holds is what the children gave.
  override clearState(): this {
    super.clearState();
    this.output = tableOf([]);
    return this;
  }

  override toString(): string {
    return printBranches(super.toString(), this.modules);
  }

  /** What the modules take, of the input: one for each. */
  protected abstract inputsOf(input: I): readonly Activation[];

  /** The input gradient, put together from those of the modules. */
  protected abstract gathered(gradientOf: (index: number) => Activation): I;

  private gradientsOf(gradOutput: O): Table {
    return checkTable(this, "gradOutput", gradOutput, this.modules.length);
  }
}
