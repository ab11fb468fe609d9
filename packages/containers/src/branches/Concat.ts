import {
  type Activation,
  Container,
  checkGradOutput,
  emptied,
  type Module,
  printBranches,
  recursiveAdd,
  recursiveCopy,
} from "@rushlight/module";
import { checkDimension, DTypeError, formatSize, isTensor, ShapeError, Tensor } from "@rushlight/tensor";

/**
 * Modules side by side on one input, their outputs joined along a dimension. Torch's `nn.Concat`.
 *
 * The outputs must have one size but for that dimension. The gradient with respect to the input is the sum of the
 * children's.
 *
 * @typeParam I what all modules take
 * @example
 * ```ts
 * import { Concat } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { randn } from "@rushlight/tensor";
 *
 * const net = new Concat(1).add(new Linear(4, 3)).add(new Linear(4, 2));
 * console.log(net.forward(randn(5, 4)).size()); // [ 5, 5 ]
 * ```
 */
export class Concat<I extends Activation = Tensor> extends Container<I, Tensor> {
  /** The dimension that outputs are joined along; negative ones count from the end. */
  readonly dimension: number;

  constructor(dimension: number) {
    super();
    this.dimension = dimension;
  }

  /** Adds a module beside the others. */
  add(module: Module<I, Tensor>): this {
    this.modules.push(module);
    return this;
  }

  override updateOutput(input: I): Tensor {
    const outputs = this.modules.map((_, i) => this.tensorOutput(i, input));
    if (outputs.length === 0) throw new ShapeError("Concat: expected at least one module, got none");
    const [first] = outputs;
    const dimension = checkDimension("Concat", this.dimension, first.dim());
    const size = first.size().slice();
    size[dimension] = outputs.reduce((total, output) => total + checkFits(output, first, dimension), 0);
    if (this.output.dtype !== first.dtype) this.output = new Tensor([], { dtype: first.dtype, resident: true });
    this.output.resize(size);
    let offset = 0;
    for (const output of outputs) {
      const length = output.size(dimension);
      this.output.narrow(dimension, offset, length).copy(output);
      offset += length;
    }
    return this.output;
  }

  override updateGradInput(input: I, gradOutput: Tensor): I {
    return this.sumOverChildren(gradOutput, (i, part) => this.childGradInput(i, input, part, this.needsGradInput));
  }

  override accGradParameters(input: I, gradOutput: Tensor, scale = 1): void {
    this.forEachPart(gradOutput, (i, part) => this.childAccGradParameters(i, input, part, scale));
  }

  override backward(input: I, gradOutput: Tensor, scale = 1): I {
    return this.sumOverChildren(gradOutput, (i, part) =>
      this.childBackward(i, input, part, scale, this.needsGradInput),
    );
  }

  override accUpdateGradParameters(input: I, gradOutput: Tensor, learningRate: number): void {
    this.forEachPart(gradOutput, (i, part) => this.childAccUpdate(i, input, part, learningRate));
  }

  override toString(): string {
    return printBranches(super.toString(), this.modules);
  }

  private tensorOutput(index: number, input: I): Tensor {
    const output = this.childOutput(index, input);
    if (isTensor(output)) return output;
    throw new ShapeError(`Concat: expected a tensor from ${this.modules[index].describe()}, got a table`);
  }

  private forEachPart(gradOutput: Tensor, visit: (index: number, part: Tensor) => void): void {
    checkGradOutput(this, gradOutput, this.output);
    const dimension = checkDimension("Concat", this.dimension, gradOutput.dim());
    let offset = 0;
    for (let i = 0; i < this.modules.length; i++) {
      const output = this.modules[i].output;
      if (!isTensor(output)) continue;
      const length = output.size(dimension);
      visit(i, gradOutput.narrow(dimension, offset, length));
      offset += length;
    }
  }

  private sumOverChildren(gradOutput: Tensor, gradientOf: (index: number, part: Tensor) => Activation): I {
    let begun = false;
    this.forEachPart(gradOutput, (i, part) => {
      const gradient = gradientOf(i, part);
      if (!this.needsGradInput || !this.modules[i].needsGradInput) return;
      if (begun) recursiveAdd(this.gradInput, gradient);
      else this.gradInput = recursiveCopy(this.gradInput, gradient as I);
      begun = true;
    });
    if (!begun) this.gradInput = emptied(this.gradInput);
    return this.gradInput;
  }
}

function checkFits(output: Tensor, first: Tensor, dimension: number): number {
  if (output.dtype !== first.dtype) {
    throw new DTypeError(`Concat: expected outputs of one dtype, got ${first.dtype} and ${output.dtype}`);
  }
  const fits = output.dim() === first.dim() && output.size().every((n, d) => d === dimension || n === first.size(d));
  if (!fits) {
    throw new ShapeError(
      `Concat: expected outputs that differ only in dimension ${dimension}, got ${formatSize(first.size())} and ${formatSize(output.size())}`,
    );
  }
  return output.size(dimension);
}
