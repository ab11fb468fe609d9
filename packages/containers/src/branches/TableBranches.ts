import { type Activation, Container, printBranches, type Table } from "@rushlight/module";
import { checkTable } from "../checks/tables.ts";
import { known } from "../typing/known.ts";

/** Modules side by side that each give a member of a table. */
export abstract class TableBranches<I extends Activation, O extends Activation> extends Container<I, O> {
  override output: O = known([]);

  override updateOutput(input: I): O {
    this.output = known(this.inputsOf(input).map((member, i) => this.childOutput(i, member)));
    return this.output;
  }

  override updateGradInput(input: I, gradOutput: O): I {
    const members = this.inputsOf(input);
    const gradients = this.gradientsOf(gradOutput, members.length);
    this.gradInput = this.gathered(members.length, (i) =>
      this.childGradInput(i, members[i], gradients[i], this.needsGradInput),
    );
    return this.gradInput;
  }

  override accGradParameters(input: I, gradOutput: O, scale = 1): void {
    const members = this.inputsOf(input);
    const gradients = this.gradientsOf(gradOutput, members.length);
    for (const [i, member] of members.entries()) {
      this.childAccGradParameters(i, member, gradients[i], scale);
    }
  }

  override backward(input: I, gradOutput: O, scale = 1): I {
    const members = this.inputsOf(input);
    const gradients = this.gradientsOf(gradOutput, members.length);
    this.gradInput = this.gathered(members.length, (i) =>
      this.childBackward(i, members[i], gradients[i], scale, this.needsGradInput),
    );
    return this.gradInput;
  }

  override accUpdateGradParameters(input: I, gradOutput: O, learningRate: number): void {
    const members = this.inputsOf(input);
    const gradients = this.gradientsOf(gradOutput, members.length);
    for (const [i, member] of members.entries()) {
      this.childAccUpdate(i, member, gradients[i], learningRate);
    }
  }

  // What it holds is what the children gave.
  override clearState(): this {
    super.clearState();
    this.output = known([]);
    return this;
  }

  override toString(): string {
    return printBranches(super.toString(), this.modules);
  }

  /** What the modules take, of the input: one for each. */
  protected abstract inputsOf(input: I): readonly Activation[];

  /** The input gradient, put together from those of the modules. */
  protected abstract gathered(count: number, gradientOf: (index: number) => Activation): I;

  private gradientsOf(gradOutput: O, count: number): Table {
    return checkTable(this, "gradOutput", gradOutput, count);
  }
}
