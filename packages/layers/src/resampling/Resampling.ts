import { checkGradOutput, checkInputDType, inputSizeError } from "@rushlight/module";
import { type FloatArray, formatSize, ShapeError, type Tensor } from "@rushlight/tensor";
import { DenseLayer } from "../dense/DenseLayer.ts";
import { floatsOf } from "../dense/floats.ts";
import { type Extents, sameExtents } from "./Extents.ts";

/** What paddings and up-sampling share: planes of samples, alone or in a batch, which get other extents. */
export abstract class Resampling extends DenseLayer {
  /** The extents of a plane of the input that the layer is prepared for. */
  protected inputExtents: Extents = [0, 0, 0];
  /** The extents of a plane of the output for it. */
  protected outputExtents: Extents = [0, 0, 0];
  private planeDims = 0;

  /** The sizes that an input may have, for messages. */
  protected abstract readonly inputFormat: string;

  /** The number of dimensions of a plane for an input with so many; undefined when it has too few or too many. */
  protected abstract planeDimsOf(inputDims: number): number | undefined;

  /** The extent of the output along a dimension (0 for time, 1 for height, 2 for width), which may be below 1. */
  protected abstract outputExtent(dimension: number, extent: number): number;

  /** Computes what follows from {@link inputExtents} and {@link outputExtents} alone. */
  protected abstract prepare(): void;

  /** y ← the output for planes x. */
  protected abstract sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void;

  /** gradX ← gradX + the gradient with respect to the planes, for that with respect to the output. */
  protected abstract sampleBack(
    planes: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void;

  /** Checks an input that has a number of dimensions that fits; all are taken unless a class says otherwise. */
  protected checkInput(_input: Tensor): void {}

  override updateOutput(input: Tensor): Tensor {
    this.fitTo(input);
    const { output } = this;
    const x = this.contiguousInput(input);
    if (!this.isOutputFor(input)) output.resize(this.outputSize(input));
    this.sample(
      this.planesOf(input),
      floatsOf(this, "input", x),
      x.storageOffset(),
      floatsOf(this, "output", output),
      output.storageOffset(),
    );
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.fitTo(input);
    checkGradOutput(this, gradOutput, this.output);
    if (!this.isOutputFor(input)) throw inputSizeError(this, "the input of the last forward", input);
    const { gradInput } = this;
    const gradY = this.contiguousGradOutput(gradOutput);
    gradInput.resizeAs(input).zero();
    this.sampleBack(
      this.planesOf(input),
      floatsOf(this, "gradOutput", gradY),
      gradY.storageOffset(),
      floatsOf(this, "gradInput", gradInput),
      gradInput.storageOffset(),
    );
    return gradInput;
  }

  /** Checks an input and prepares for its extents. */
  private fitTo(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    const dims = this.planeDimsOf(input.dim());
    if (dims === undefined) throw inputSizeError(this, this.inputFormat, input);
    this.checkInput(input);
    const extents: Extents = [dims > 2 ? input.size(-3) : 1, dims > 1 ? input.size(-2) : 1, input.size(-1)];
    if (dims === this.planeDims && sameExtents(extents, this.inputExtents)) return;
    const outputs = extents.map((extent, d) => (d < 3 - dims ? 1 : this.outputExtent(d, extent)));
    if (outputs.some((extent) => extent < 1)) {
      throw new ShapeError(
        `${this.describe()}: expected an input with an output size of at least 1 in each dimension, computed ${formatSize(outputs.slice(-dims))} for ${formatSize(input.size())}`,
      );
    }
    this.planeDims = dims;
    this.inputExtents = extents;
    this.outputExtents = [outputs[0], outputs[1], outputs[2]];
    this.prepare();
  }

  private planesOf(input: Tensor): number {
    const [time, height, width] = this.inputExtents;
    return input.nElement() / (time * height * width);
  }

  private outputSize(input: Tensor): number[] {
    const { planeDims } = this;
    return [...input.size().slice(0, -planeDims), ...this.outputExtents.slice(-planeDims)];
  }

  private isOutputFor(input: Tensor): boolean {
    const { output } = this;
    const size = this.outputSize(input);
    return output.dim() === size.length && size.every((extent, d) => extent === output.size(d));
  }
}
