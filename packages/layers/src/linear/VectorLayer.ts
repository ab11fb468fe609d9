import { checkGradOutput, checkInputDType, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, type Tensor } from "@rushlight/tensor";

/** The base of layers from vectors to vectors: `[in] → [out]`, `[N, in] → [N, out]`. */
export abstract class VectorLayer extends Module {
  readonly inputSize: number;
  readonly outputSize: number;

  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes
   */
  constructor(inputSize: number, outputSize: number) {
    super();
    checkExtents(this.constructor.name, inputSize, outputSize);
    this.inputSize = inputSize;
    this.outputSize = outputSize;
  }

  override describe(): string {
    return `${this.constructor.name}(${this.inputSize} → ${this.outputSize})`;
  }

  /** Checks an input. */
  protected checkInput(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    const fits = (input.dim() === 1 || input.dim() === 2) && input.size(-1) === this.inputSize;
    if (!fits) throw inputSizeError(this, `[${this.inputSize}] or [N, ${this.inputSize}]`, input);
  }

  /** Checks the input of the last forward, and a gradient for its output. */
  protected checkGradOutput(input: Tensor, gradOutput: Tensor): void {
    this.checkInput(input);
    checkGradOutput(this, gradOutput, this.output);
    if (gradOutput.dim() !== input.dim() || (input.dim() === 2 && gradOutput.size(0) !== input.size(0))) {
      throw inputSizeError(this, "the input of the last forward", input);
    }
  }
}

/**
 * Checks the sizes of a layer.
 *
 * @throws ArgumentError unless both are whole and at least 1
 */
export function checkExtents(name: string, inputSize: number, outputSize: number): void {
  if (isExtent(inputSize) && isExtent(outputSize)) return;
  throw new ArgumentError(
    `${name}: expected an input and an output size of at least 1, got ${inputSize} and ${outputSize}`,
  );
}

/** True for whole numbers from 1. */
export function isExtent(size: number): boolean {
  return Number.isInteger(size) && size > 0;
}

/** A vector as a matrix of one row, a matrix as it is. */
export function asRows(tensor: Tensor): Tensor {
  return tensor.dim() === 1 ? tensor.unsqueeze(0) : tensor;
}
