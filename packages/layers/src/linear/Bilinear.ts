import { checkGradOutput, checkInputDType, emptied, formatSizes, isTable, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, ShapeError, Tensor } from "@rushlight/tensor";
import type { BiasOptions } from "./AffineMap.ts";
import { uniformBound } from "./uniformBound.ts";
import { isExtent } from "./VectorLayer.ts";

/** Options of {@link Bilinear}. */
export type BilinearOptions = BiasOptions;

const optionNames: readonly (keyof BilinearOptions)[] = ["bias"];

/**
 * A bilinear map of two inputs: yₖ = aᵀ·Wₖ·b + biasₖ. Torch's `nn.Bilinear`.
 *
 * The gradients are da = Σₖ dyₖ·Wₖ·b, db = Σₖ dyₖ·Wₖᵀ·a, dWₖ += dyₖ·a·bᵀ.
 *
 * Shapes: `[[N, in1], [N, in2]] → [N, out]`; `weight` is `[out, in1, in2]`, `bias` `[out]`. Both are drawn uniform from
 * ±1/√in1, weight first.
 *
 * @example
 * ```ts
 * import { Bilinear } from "@rushlight/layers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const product = new Bilinear(2, 2, 1, { bias: false });
 * product.weight.copy(tensor([[[1, 2], [3, 4]]]));
 * console.log(product.forward([tensor([[1, 10]]), ones(1, 2)]).toArray()); // [ [ 73 ] ]
 * console.log(String(product)); // nn.Bilinear(2x2 -> 1) without bias
 * ```
 */
export class Bilinear extends Module<readonly [Tensor, Tensor], Tensor> {
  readonly inputSize1: number;
  readonly inputSize2: number;
  readonly outputSize: number;
  override gradInput: readonly [Tensor, Tensor] = [
    new Tensor([], { resident: true }),
    new Tensor([], { resident: true }),
  ];
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor | undefined = undefined;
  override gradBias: Tensor | undefined = undefined;
  private first = new Tensor([], { resident: true });
  private second = new Tensor([], { resident: true });
  private sums = new Tensor([], { resident: true });

  /**
   * @param inputSize1 in1, at least 1
   * @param inputSize2 in2, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes, and for options that do not exist
   */
  constructor(inputSize1: number, inputSize2: number, outputSize: number, options: BilinearOptions = {}) {
    super();
    checkOptions("Bilinear", options, optionNames);
    if (![inputSize1, inputSize2, outputSize].every(isExtent)) {
      throw new ArgumentError(
        `Bilinear: expected two input sizes and an output size of at least 1, got ${inputSize1}, ${inputSize2} and ${outputSize}`,
      );
    }
    this.inputSize1 = inputSize1;
    this.inputSize2 = inputSize2;
    this.outputSize = outputSize;
    this.weight = new Tensor([outputSize, inputSize1, inputSize2], { resident: true });
    this.gradWeight = new Tensor([outputSize, inputSize1, inputSize2], { resident: true });
    if (options.bias ?? true) {
      this.bias = new Tensor([outputSize], { resident: true });
      this.gradBias = new Tensor([outputSize], { resident: true });
    }
    this.reset();
  }

  /** Draws weight and bias anew: uniform with the given standard deviation, or from ±1/√in1. */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, this.inputSize1);
    this.weight.uniform(-bound, bound);
    this.bias?.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: readonly [Tensor, Tensor]): Tensor {
    this.checkInput(input);
    const [a, b] = input;
    this.output.resize(a.size(0), this.outputSize);
    this.second.resizeAs(b);
    for (let k = 0; k < this.outputSize; k++) {
      this.second.addmm(0, 1, a, this.weight.select(0, k)).cmul(b);
      this.output.narrow(1, k, 1).copy(this.second.sum(1, { out: this.sums }));
    }
    if (this.bias !== undefined) this.output.add(this.bias.view(1, this.outputSize).expandAs(this.output));
    return this.output;
  }

  override updateGradInput(input: readonly [Tensor, Tensor], gradOutput: Tensor): readonly [Tensor, Tensor] {
    this.checkGradOutput(input, gradOutput);
    const [a, b] = input;
    const [gradA, gradB] = this.gradInput;
    gradA.resizeAs(a).zero();
    gradB.resizeAs(b).zero();
    for (let k = 0; k < this.outputSize; k++) {
      const weight = this.weight.select(0, k);
      const gradient = gradOutput.narrow(1, k, 1);
      gradA.addmm(scaled(this.second, b, gradient), weight.t());
      gradB.addmm(scaled(this.first, a, gradient), weight);
    }
    return this.gradInput;
  }

  override accGradParameters(input: readonly [Tensor, Tensor], gradOutput: Tensor, scale = 1): void {
    this.checkGradOutput(input, gradOutput);
    const [a, b] = input;
    for (let k = 0; k < this.outputSize; k++) {
      const first = scaled(this.first, a, gradOutput.narrow(1, k, 1));
      this.gradWeight.select(0, k).addmm(scale, first.t(), b);
    }
    this.gradBias?.add(scale, gradOutput.sum(0, { keepDim: false, out: this.sums }));
  }

  /** Also when shared, straight into the parameters: what accumulates in the gradient buffers stays. */
  protected override sharedAccUpdateGradParameters(
    input: readonly [Tensor, Tensor],
    gradOutput: Tensor,
    learningRate: number,
  ): void {
    this.defaultAccUpdateGradParameters(input, gradOutput, learningRate);
  }

  override clearState(): this {
    this.first = emptied(this.first);
    this.second = emptied(this.second);
    this.sums = emptied(this.sums);
    return super.clearState();
  }

  override toString(): string {
    const bias = this.bias === undefined ? " without bias" : "";
    return `nn.Bilinear(${this.inputSize1}x${this.inputSize2} -> ${this.outputSize})${bias}`;
  }

  private checkInput(input: readonly [Tensor, Tensor]): void {
    const sizes: readonly number[] = [this.inputSize1, this.inputSize2];
    const fits =
      isTable(input) &&
      input.length === sizes.length &&
      input.every((part, i) => !isTable(part) && part.dim() === 2 && part.size(1) === sizes[i]) &&
      input[0].size(0) === input[1].size(0);
    if (!fits) {
      throw new ShapeError(
        `${this.describe()}: expected {[N, ${this.inputSize1}], [N, ${this.inputSize2}]}, got ${formatSizes(input)}`,
      );
    }
    for (const part of input) checkInputDType(this, part, this.weight.dtype);
  }

  private checkGradOutput(input: readonly [Tensor, Tensor], gradOutput: Tensor): void {
    this.checkInput(input);
    checkGradOutput(this, gradOutput, this.output);
    if (gradOutput.size(0) !== input[0].size(0)) {
      throw new ShapeError(
        `${this.describe()}: expected the input of the last forward, of ${gradOutput.size(0)} samples, got ${formatSizes(input)}`,
      );
    }
  }
}

/** target ← the rows of a matrix, each times an entry of a column. */
function scaled(target: Tensor, rows: Tensor, column: Tensor): Tensor {
  return target.resizeAs(rows).copy(rows).cmul(column.expandAs(rows));
}
