import { Module } from "@rushlight/module";
import { ArgumentError, checkOptions, formatSize, isTensor, ShapeError, type Size, Tensor } from "@rushlight/tensor";
import { checkSampleDims } from "../reshape/checks.ts";

/** Options of {@link Constant}. */
export interface ConstantOptions {
  /** The number of dimensions of one sample. An input with more is a batch, with the value once for each sample. */
  readonly nInputDim?: number;
}

const optionNames: readonly (keyof ConstantOptions)[] = ["nInputDim"];

/**
 * Gives a constant whatever its input is: y = value, dx = 0. Torch's `nn.Constant`.
 *
 * Shapes: any input; the output has the sizes of the value, `[1]` for a number. With `nInputDim`, an input `[N, ...]` with
 * more dimensions gives `[N, ...value]`.
 *
 * @example
 * ```ts
 * import { Constant } from "@rushlight/layers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * console.log(new Constant(7).forward(ones(4)).toArray()); // [ 7 ]
 * console.log(new Constant(tensor([1, 2]), { nInputDim: 1 }).forward(ones(2, 4)).toArray()); // [ [ 1, 2 ], [ 1, 2 ] ]
 * ```
 */
export class Constant extends Module {
  readonly value: Tensor;
  readonly nInputDim: number | undefined;

  /**
   * @param value a number, or a tensor, which is converted to the module's dtype
   * @throws ArgumentError for anything else, for an empty tensor, for an nInputDim that is not whole and at least 1, and
   * for options that do not exist
   */
  constructor(value: number | Tensor, options: ConstantOptions = {}) {
    super();
    checkOptions("Constant", options, optionNames);
    const nInputDim = checkSampleDims("Constant", options.nInputDim);
    const given: unknown = value;
    const fits = isTensor(given) ? given.nElement() > 0 : typeof given === "number";
    if (!fits) {
      throw new ArgumentError(
        `Constant: expected a number or a tensor, got ${isTensor(given) ? formatSize(given.size()) : String(given)}`,
      );
    }
    this.value = isTensor(value) ? value.to(this.type()) : new Tensor([1], { resident: true }).fill(value);
    this.nInputDim = nInputDim;
  }

  override updateOutput(input: Tensor): Tensor {
    const size = this.sizeFor(input);
    const value = size.length > this.value.dim() ? this.value.unsqueeze(0) : this.value;
    return this.output.resize(size).copy(value.expand(size));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const size = this.sizeFor(input);
    const fits = gradOutput.dim() === size.length && size.every((extent, d) => extent === gradOutput.size(d));
    if (!fits) {
      throw new ShapeError(
        `${this.describe()}: expected a gradOutput of the output's size ${formatSize(size)}, got ${formatSize(gradOutput.size())}`,
      );
    }
    return this.gradInput.resizeAs(input).zero();
  }

  override describe(): string {
    return `Constant(${formatSize(this.value.size())})`;
  }

  private sizeFor(input: Tensor): Size {
    const batched = this.nInputDim !== undefined && input.dim() > this.nInputDim;
    return batched ? [input.size(0), ...this.value.size()] : this.value.size();
  }
}
