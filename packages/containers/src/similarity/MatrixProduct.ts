import { checkGradOutput, checkInputDType, formatSizes, Module, recursiveResizeAs } from "@rushlight/module";
import { ShapeError, type Size, type Tensor } from "@rushlight/tensor";
import { checkTensors } from "../checks/tables.ts";
import { emptyPair, type Pair } from "../tables/Pair.ts";

/** A product of a pair, seen as batches of matrices: `[B, m, k]`, `[B, k, n] → [B, m, n]`. */
export abstract class MatrixProduct extends Module<Pair, Tensor> {
  override gradInput: Pair = emptyPair();
  /** What messages say is expected. */
  protected abstract readonly expected: string;

  override updateOutput(input: Pair): Tensor {
    const [a, b] = this.factorsOf(input);
    this.output.resize(this.outputSize(input));
    this.asBatch(this.output).baddbmm(0, 1, a, b);
    return this.output;
  }

  override updateGradInput(input: Pair, gradOutput: Tensor): Pair {
    const [a, b] = this.factorsOf(input);
    checkGradOutput(this, gradOutput, this.output);
    if (!hasSize(gradOutput, this.outputSize(input))) {
      throw new ShapeError(`${this.describe()}: expected the input of the last forward, got ${formatSizes(input)}`);
    }
    const gradient = this.asBatch(gradOutput);
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    const [da, db] = this.factors(this.gradInput);
    da.baddbmm(0, 1, gradient, b.transpose(1, 2));
    db.baddbmm(0, 1, a.transpose(1, 2), gradient);
    return this.gradInput;
  }

  /** Both factors as batches of matrices, transposed where they are to be, without a check. */
  protected abstract factors(pair: Pair): Pair;

  /** Whether both have the number of dimensions that they need. */
  protected abstract hasDimensions(pair: Pair): boolean;

  /** The size of the output, for factors that fit. */
  protected abstract outputSize(pair: Pair): Size;

  /** The output, or its gradient, as a batch of matrices. */
  protected abstract asBatch(output: Tensor): Tensor;

  private factorsOf(input: Pair): Pair {
    for (const tensor of checkTensors(this, "input", input, 2)) checkInputDType(this, tensor, this.type());
    if (this.hasDimensions(input)) {
      const [a, b] = this.factors(input);
      if (a.size(0) === b.size(0) && a.size(2) === b.size(1)) return [a, b];
    }
    throw new ShapeError(`${this.describe()}: expected ${this.expected}, got ${formatSizes(input)}`);
  }
}

/** A matrix as a batch of one. */
export function batched(tensor: Tensor, dimensions: number): Tensor {
  return tensor.dim() < dimensions ? tensor.unsqueeze(0) : tensor;
}

function hasSize(tensor: Tensor, size: Size): boolean {
  return tensor.dim() === size.length && size.every((extent, d) => extent === tensor.size(d));
}
