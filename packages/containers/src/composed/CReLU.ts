import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { checkOptions, mapInto, type Size, Tensor, zipInto } from "@rushlight/tensor";
import { checkCount, checkTensor } from "../checks/tables.ts";

/** Options of {@link CReLU}. */
export interface CReLUOptions {
  /** Whether backward overwrites its gradOutput, to save memory; false when left out. */
  readonly inplace?: boolean;
}

const optionNames: readonly (keyof CReLUOptions)[] = ["inplace"];

/**
 * Two rectifiers of opposite signs, joined: y = {max(0, x), max(0, −x)} along the first dimension of a sample, which
 * becomes twice as long; dx = dy₀ where x > 0, −dy₁ where x < 0, else 0. Torch's `nn.CReLU`.
 *
 * Shapes, for `nInputDims` 3: `[C, H, W] → [2·C, H, W]`, `[N, C, H, W] → [N, 2·C, H, W]`.
 *
 * Source: W. Shang et al., "Understanding and improving convolutional neural networks via concatenated rectified linear
 * units", 2016.
 *
 * @example
 * ```ts
 * import { CReLU } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new CReLU(1).forward(tensor([3, -4])).toArray()); // [ 3, 0, 0, 4 ]
 * ```
 */
export class CReLU extends Module {
  /** The number of dimensions of one sample. */
  readonly nInputDims: number;
  readonly inplace: boolean;
  private passed = new Tensor([], { resident: true });

  /**
   * @param nInputDims the number of dimensions of one sample, at least 1
   * @throws ArgumentError for any other number, and for options that do not exist
   */
  constructor(nInputDims: number, options: CReLUOptions = {}) {
    super();
    checkOptions("CReLU", options, optionNames);
    this.nInputDims = checkCount("CReLU", "nInputDims", nInputDims);
    this.inplace = options.inplace ?? false;
  }

  override updateOutput(input: Tensor): Tensor {
    const size = this.doubled(input);
    this.output.resize(size);
    const [positive, negative] = this.halves(this.output);
    mapInto("CReLU", "threshold", input, positive, 0, 0);
    mapInto("CReLU", "neg", input, negative);
    mapInto("CReLU", "threshold", negative, negative, 0, 0);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.doubled(input);
    checkGradOutput(this, gradOutput, this.output);
    const [ofPositive] = this.halves(gradOutput);
    if (!ofPositive.isSameSizeAs(input)) throw inputSizeError(this, "the input of the last forward", input);
    const passed = this.inplace ? gradOutput : this.passed.resizeAs(gradOutput);
    zipInto("CReLU", "thresholdGradient", gradOutput, this.output, passed, 0);
    const [positive, negative] = this.halves(passed);
    this.gradInput.resizeAs(input);
    zipInto("CReLU", "add", positive, negative, this.gradInput, -1);
    return this.gradInput;
  }

  override clearState(): this {
    this.passed = emptied(this.passed);
    return super.clearState();
  }

  override describe(): string {
    return `CReLU(${this.nInputDims})`;
  }

  /** The size of the output. */
  private doubled(input: Tensor): Size {
    checkInputDType(this, checkTensor(this, input), this.output.dtype);
    const first = input.dim() - this.nInputDims;
    if (first !== 0 && first !== 1) {
      throw inputSizeError(
        this,
        `an input of ${this.nInputDims} dimensions, or ${this.nInputDims + 1} for a batch`,
        input,
      );
    }
    return input.size().map((extent, d) => (d === first ? 2 * extent : extent));
  }

  private halves(joined: Tensor): readonly [positive: Tensor, negative: Tensor] {
    const dimension = joined.dim() - this.nInputDims;
    const extent = joined.size(dimension) / 2;
    return [joined.narrow(dimension, 0, extent), joined.narrow(dimension, extent, extent)];
  }
}
