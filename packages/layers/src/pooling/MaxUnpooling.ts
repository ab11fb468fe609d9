import { checkGradOutput, checkInputDType, inputSizeError } from "@rushlight/module";
import { ArgumentError, formatSize, type Size, sameSize, type Tensor } from "@rushlight/tensor";
import { DenseLayer } from "../dense/DenseLayer.ts";
import { floatsOf } from "../dense/floats.ts";
import { product } from "../reshape/checks.ts";
import type { MaxPooling } from "./MaxPooling.ts";
import { maximaGradientInto } from "./maxima.ts";

/** The reverse of a max pooling: each element goes to where the pooling found its largest element, all else is 0. */
export abstract class MaxUnpooling<P extends MaxPooling> extends DenseLayer {
  /** The pooling that it reverses. */
  readonly pooling: P;
  private readonly dimensions: number;

  /** @throws ArgumentError for a pooling of another class, or with windows that do not lie side by side */
  constructor(pooling: P, type: abstract new (...args: never[]) => P, dimensions: number) {
    super();
    const { name } = this.constructor;
    if (!(pooling instanceof type)) {
      throw new ArgumentError(`${name}: expected a ${type.name}, got ${String(pooling)}`);
    }
    const { kT, kW, kH, dT, dW, dH } = pooling;
    if (kT !== dT || kW !== dW || kH !== dH) {
      throw new ArgumentError(`${name}: expected windows that move by their own size, got ${pooling.describe()}`);
    }
    this.pooling = pooling;
    this.dimensions = dimensions;
  }

  override updateOutput(input: Tensor): Tensor {
    const sizes = this.planeSizes(input);
    const { output, pooling } = this;
    const x = this.contiguousInput(input);
    maximaGradientInto(this, sizes, sizes.planes, x, pooling.indices, output.resize(pooling.inputSize));
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const { inputSize, outputSize, planes } = this.planeSizes(input);
    const { gradInput, output, pooling } = this;
    checkGradOutput(this, gradOutput, output);
    if (!sameSize(output.size(), pooling.inputSize)) {
      throw inputSizeError(this, "the input of the last forward", input);
    }
    const gradY = this.contiguousGradOutput(gradOutput);
    gradInput.resizeAs(input);
    const from = floatsOf(this, "gradOutput", gradY);
    const to = floatsOf(this, "gradInput", gradInput);
    const positions = pooling.indices.storage().data;
    let i = pooling.indices.storageOffset();
    let at = gradInput.storageOffset();
    let plane = gradY.storageOffset();
    for (let p = 0; p < planes; p++, plane += inputSize) {
      for (const end = at + outputSize; at < end; at++, i++) {
        to[at] = positions[i] < 0 ? 0 : from[plane + positions[i]];
      }
    }
    return gradInput;
  }

  override toString(): string {
    return `nn.${this.constructor.name} associated to ${String(this.pooling)}`;
  }

  /**
   * The elements of a plane of the pooling's input and output, and the number of planes, for an input as the pooling's last
   * output.
   */
  private planeSizes(input: Tensor): { inputSize: number; outputSize: number; planes: number } {
    checkInputDType(this, input, this.output.dtype);
    const { indices, inputSize } = this.pooling;
    if (indices.nElement() === 0) {
      throw new ArgumentError(
        `${this.describe()}: expected a forward of the pooling first, which says where elements go`,
      );
    }
    const size: Size = indices.size();
    if (!sameSize(input.size(), size)) {
      throw inputSizeError(this, `the size of the pooling's last output, ${formatSize(size)}`, input);
    }
    const outputSize = product(size.slice(-this.dimensions));
    return {
      inputSize: product(inputSize.slice(-this.dimensions)),
      outputSize,
      planes: indices.nElement() / outputSize,
    };
  }
}
