import { type Activation, checkGradOutput, emptied, type Module } from "@rushlight/module";
import { formatSize, isTensor, ShapeError, type Size, Tensor } from "@rushlight/tensor";
import { checkCount, checkTensor } from "../checks/tables.ts";
import { Decorator } from "./Decorator.ts";

/**
 * Lets a module that takes tensors of a certain number of dimensions take those of more: leading dimensions become one
 * before the module, and are themselves again after it. Torch's `nn.Bottle`.
 *
 * Shapes, for a module that takes `[N, D]` and gives `[N, E]`: `[A, B, D]` goes in as `[A·B, D]`, comes out as `[A·B, E]`
 * and leaves as `[A, B, E]`. A tensor of no more dimensions than the module takes goes in as it is.
 *
 * @example
 * ```ts
 * import { Bottle } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { ones } from "@rushlight/tensor";
 *
 * console.log(new Bottle(new Linear(3, 2)).forward(ones(5, 4, 3)).size()); // [ 5, 4, 2 ]
 * ```
 */
export class Bottle extends Decorator<Module> {
  /** The number of dimensions that the module takes. */
  readonly nInputDim: number;
  /** The number of dimensions that the module gives. */
  readonly nOutputDim: number;
  private denseInput = new Tensor([], { resident: true });
  private denseGradOutput = new Tensor([], { resident: true });
  private denseOutput = new Tensor([], { resident: true });
  private denseGradInput = new Tensor([], { resident: true });

  /**
   * @param module what to hold
   * @param nInputDim the number of dimensions that it takes, at least 1; 2 when left out
   * @param nOutputDim the number of dimensions that it gives, at least 1; as many when left out
   * @throws ArgumentError for other numbers
   */
  constructor(module: Module, nInputDim = 2, nOutputDim: number = nInputDim) {
    super(module);
    this.nInputDim = checkCount("Bottle", "nInputDim", nInputDim);
    this.nOutputDim = checkCount("Bottle", "nOutputDim", nOutputDim);
  }

  override updateOutput(input: Tensor): Tensor {
    const output = this.tensorFrom(this.childOutput(0, this.inside(input)));
    const fused = this.fusedIn(input);
    if (fused === 0) return become(this, "output", output);
    const [first, ...rest] = output.size();
    const outer = input.size().slice(0, fused);
    const rows = first / product(outer);
    if (output.dim() !== this.nOutputDim || !Number.isInteger(rows)) {
      throw new ShapeError(
        `Bottle: expected an output of ${this.nOutputDim} dimensions from ${this.modules[0].describe()}, the first a multiple of ${product(outer)}, got ${formatSize(output.size())}`,
      );
    }
    return become(this, "output", dense(output, this.denseOutput).view([...outer, rows, ...rest]));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const gradient = this.insideGradient(gradOutput);
    return this.outside(input, this.childGradInput(0, this.inside(input), gradient, this.needsGradInput));
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    super.accGradParameters(this.inside(input), this.insideGradient(gradOutput), scale);
  }

  override backward(input: Tensor, gradOutput: Tensor, scale = 1): Tensor {
    const gradient = this.insideGradient(gradOutput);
    return this.outside(input, this.childBackward(0, this.inside(input), gradient, scale, this.needsGradInput));
  }

  override accUpdateGradParameters(input: Tensor, gradOutput: Tensor, learningRate: number): void {
    super.accUpdateGradParameters(this.inside(input), this.insideGradient(gradOutput), learningRate);
  }

  override clearState(): this {
    this.denseInput = emptied(this.denseInput);
    this.denseGradOutput = emptied(this.denseGradOutput);
    this.denseOutput = emptied(this.denseOutput);
    this.denseGradInput = emptied(this.denseGradInput);
    return super.clearState();
  }

  /** How many dimensions go before the first that the module sees. */
  private fusedIn(input: Tensor): number {
    return Math.max(0, checkTensor(this, input).dim() - this.nInputDim);
  }

  /** The input as the module takes it. */
  private inside(input: Tensor): Tensor {
    const fused = this.fusedIn(input);
    if (fused === 0) return input;
    const size = input.size();
    return dense(input, this.denseInput).view([product(size.slice(0, fused + 1)), ...size.slice(fused + 1)]);
  }

  /** The gradient of the output as that of the module's output. */
  private insideGradient(gradOutput: Tensor): Tensor {
    checkGradOutput(this, gradOutput, this.output);
    const output = this.tensorFrom(this.modules[0].output);
    return output.isSameSizeAs(gradOutput) ? gradOutput : dense(gradOutput, this.denseGradOutput).view(output.size());
  }

  /** The module's input gradient as that of the input. */
  private outside(input: Tensor, gradInput: Activation): Tensor {
    const gradient = this.tensorFrom(gradInput);
    const empty = gradient.nElement() === 0 || this.fusedIn(input) === 0;
    const view = empty ? gradient : dense(gradient, this.denseGradInput).view(input.size());
    return become(this, "gradInput", view);
  }

  private tensorFrom(activation: Activation): Tensor {
    if (isTensor(activation)) return activation;
    throw new ShapeError(`Bottle: expected tensors from ${this.modules[0].describe()}, got a table`);
  }
}

/** A tensor itself when it is contiguous, else its copy in a buffer. */
function dense(tensor: Tensor, buffer: Tensor): Tensor {
  return tensor.isContiguous() ? tensor : buffer.resizeAs(tensor).copy(tensor);
}

/** Makes an activation of a module share the memory of a tensor. */
function become(module: Bottle, field: "gradInput" | "output", view: Tensor): Tensor {
  if (module[field].dtype !== view.dtype) module[field] = new Tensor([], { dtype: view.dtype });
  return module[field].set(view);
}

function product(size: Size): number {
  return size.reduce((total, extent) => total * extent, 1);
}
