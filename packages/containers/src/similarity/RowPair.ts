import { checkGradOutput, inputSizeError, Module, recursiveResizeAs } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { checkAlike } from "../checks/tables.ts";
import { emptyPair, type Pair } from "../tables/Pair.ts";

/** A number for each pair of rows of two matrices, or for two vectors. */
export abstract class RowPair extends Module<Pair, Tensor> {
  override gradInput: Pair = emptyPair();

  override updateOutput(input: Pair): Tensor {
    const [a, b] = this.rowsOf(input);
    this.compute(a, b);
    return this.output;
  }

  override updateGradInput(input: Pair, gradOutput: Tensor): Pair {
    const [a, b] = this.rowsOf(input);
    checkGradOutput(this, gradOutput, this.output);
    if (this.output.size(0) !== a.size(0)) throw inputSizeError(this, "the input of the last forward", input[0]);
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    const [da, db] = this.gradInput.map(asRows);
    this.differentiate(a, b, gradOutput.unsqueeze(1), da, db);
    return this.gradInput;
  }

  /** Computes output, a number for each row of a and b: `[N, D]`, `[N, D] → [N]`. */
  protected abstract compute(a: Tensor, b: Tensor): void;

  /** Computes the gradients da and db, `[N, D]`, from that of the output, `[N, 1]`. */
  protected abstract differentiate(a: Tensor, b: Tensor, gradOutput: Tensor, da: Tensor, db: Tensor): void;

  private rowsOf(input: Pair): Pair {
    const [a, b] = checkAlike(this, input, 2);
    if (a.dim() > 2) throw inputSizeError(this, "a pair of [D] or of [N, D]", a);
    return [asRows(a), asRows(b)];
  }
}

function asRows(tensor: Tensor): Tensor {
  return tensor.dim() === 1 ? tensor.unsqueeze(0) : tensor;
}
