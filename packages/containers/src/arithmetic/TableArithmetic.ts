import { checkGradOutput, Module } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { checkAlike } from "../checks/tables.ts";

/** A function of the tensors in a table, which have one size, element by element. */
export abstract class TableArithmetic<I extends readonly Tensor[] = readonly Tensor[]> extends Module<I, Tensor> {
  /** How many members the table has; any number from 1 on when undefined. */
  protected readonly members: number | undefined = undefined;

  override updateOutput(input: I): Tensor {
    checkAlike(this, input, this.members);
    return this.combine(input);
  }

  override updateGradInput(input: I, gradOutput: Tensor): I {
    const [first] = checkAlike(this, input, this.members);
    checkGradOutput(this, gradOutput, first);
    return this.differentiate(input, gradOutput);
  }

  /** Computes output. */
  protected abstract combine(input: I): Tensor;

  /** Computes gradInput. */
  protected abstract differentiate(input: I, gradOutput: Tensor): I;
}
