import { checkGradOutput, checkInputDType, emptied, inputSizeError } from "@rushlight/module";
import { ArgumentError, type FloatArray, formatSize, ShapeError, type Size, sameSize, Tensor } from "@rushlight/tensor";
import { DenseLayer } from "../dense/DenseLayer.ts";
import { floatsOf } from "../dense/floats.ts";
import { checkWhole } from "../reshape/checks.ts";
import { maximaGradientInto } from "./maxima.ts";

/**
 * The k largest elements of each feature of a sequence, in the order in which they come. Torch's
 * `nn.TemporalDynamicKMaxPooling`.
 *
 * Shapes: `[T, F] → [k, F]`, `[N, T, F] → [N, k, F]` with k = max(minK, ⌈factor·T⌉). Of equals the first are kept; NaN counts as
 * −∞. Each element that is kept gets its dy, others 0.
 *
 * Source: N. Kalchbrenner, E. Grefenstette and P. Blunsom, "A convolutional neural network for modelling sentences", 2014;
 * there minK is the k of the last layer, and factor the part of the layers that are still to come.
 *
 * @example
 * ```ts
 * import { TemporalDynamicKMaxPooling } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pooling = new TemporalDynamicKMaxPooling(2);
 * console.log(pooling.forward(tensor([[1, 9], [5, 3], [4, 7]])).toArray()); // [ [ 5, 9 ], [ 4, 7 ] ]
 * console.log(pooling.indices.toArray()); // [ [ 2, 1 ], [ 4, 5 ] ]
 * ```
 */
export class TemporalDynamicKMaxPooling extends DenseLayer {
  /** The least number of elements that are kept. */
  readonly minK: number;
  /** The part of the frames that is kept, where that is more. */
  readonly factor: number;
  /** Where the elements of the last output were, sizes as that: the position t·F + f in the sample. */
  indices: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });
  private inputSize: Size = [];
  private column = new Float64Array();

  /**
   * @param minK the least number of elements that are kept, at least 1
   * @param factor the part of the frames that is kept where that is more, from 0 to 1; 0 when left out
   * @throws ArgumentError for others
   */
  constructor(minK: number, factor = 0) {
    super();
    this.minK = checkWhole(this.constructor.name, "a number of elements", minK, 1);
    if (!(factor >= 0 && factor <= 1)) {
      throw new ArgumentError(`${this.constructor.name}: expected a factor from 0 to 1, got ${String(factor)}`);
    }
    this.factor = factor;
  }

  override updateOutput(input: Tensor): Tensor {
    const [samples, frames, features] = this.extentsOf(input);
    const k = Math.max(this.minK, Math.ceil(this.factor * frames));
    if (frames < k) {
      throw new ShapeError(`${this.describe()}: expected at least ${k} frames, got ${formatSize(input.size())}`);
    }
    const { output, indices } = this;
    const size = input.size().with(-2, k);
    const x = this.contiguousInput(input);
    output.resize(size);
    indices.resize(size);
    this.inputSize = input.size();
    if (this.column.length !== frames) this.column = new Float64Array(frames);
    const from = floatsOf(this, "input", x);
    const to = floatsOf(this, "output", output);
    const positions = indices.storage().data;
    for (let sample = 0; sample < samples; sample++) {
      const xAt = x.storageOffset() + sample * frames * features;
      const yAt = output.storageOffset() + sample * k * features;
      const positionsAt = indices.storageOffset() + sample * k * features;
      for (let f = 0; f < features; f++) {
        keepLargest(this.column, k, features, f, from, xAt, to, yAt, positions, positionsAt);
      }
    }
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const [samples, frames, features] = this.extentsOf(input);
    const { output, gradInput, indices } = this;
    checkGradOutput(this, gradOutput, output);
    if (output.nElement() === 0 || !sameSize(input.size(), this.inputSize)) {
      throw inputSizeError(this, "the input of the last forward", input);
    }
    const sizes = { inputSize: frames * features, outputSize: output.size(-2) * features };
    const gradY = this.contiguousGradOutput(gradOutput);
    maximaGradientInto(this, sizes, samples, gradY, indices, gradInput.resizeAs(input));
    return gradInput;
  }

  override clearState(): this {
    this.indices = emptied(this.indices);
    return super.clearState();
  }

  override describe(): string {
    return `${this.constructor.name}(${this.minK}, ${this.factor})`;
  }

  private extentsOf(input: Tensor): [samples: number, frames: number, features: number] {
    checkInputDType(this, input, this.output.dtype);
    if (input.dim() !== 2 && input.dim() !== 3) throw inputSizeError(this, "[T, F] or [N, T, F]", input);
    return [input.dim() === 3 ? input.size(0) : 1, input.size(-2), input.size(-1)];
  }
}

/**
 * y ← the k largest elements of a feature of the sample of x, in their order, and positions ← where they are in the sample.
 *
 * @param column takes as many numbers as there are frames
 */
function keepLargest(
  column: Float64Array,
  k: number,
  features: number,
  feature: number,
  x: FloatArray,
  xAt: number,
  y: FloatArray,
  yAt: number,
  positions: Int32Array,
  positionsAt: number,
): void {
  const frames = column.length;
  for (let t = 0; t < frames; t++) column[t] = ranked(x[xAt + t * features + feature]);
  column.sort();
  const least = column[frames - k];
  let larger = frames - k + 1;
  while (larger < frames && column[larger] === least) larger++;
  let equals = k - (frames - larger);
  let o = feature;
  for (let position = feature; position < frames * features; position += features) {
    const value = x[xAt + position];
    const rank = ranked(value);
    if (rank < least || (rank === least && equals-- <= 0)) continue;
    y[yAt + o] = value;
    positions[positionsAt + o] = position;
    o += features;
  }
}

/** What elements are ordered by. */
function ranked(value: number): number {
  return Number.isNaN(value) ? -Infinity : value;
}
