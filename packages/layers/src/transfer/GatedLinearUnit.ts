import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, formatSize, mapInto, Tensor, zipInto } from "@rushlight/tensor";

/**
 * One half of the input gated by the other: y = u∘σ(v), for the input split into u and v along a dimension;
 * du = dy∘σ(v), dv = dy∘u∘σ(v)∘(1 − σ(v)). Torch's `nn.GatedLinearUnit`.
 *
 * Shapes, for dimension 1: `[A, 2B, C] → [A, B, C]`.
 *
 * Source: Y. N. Dauphin, A. Fan, M. Auli, D. Grangier, "Language modeling with gated convolutional networks", 2017.
 *
 * @example
 * ```ts
 * import { GatedLinearUnit } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new GatedLinearUnit().forward(tensor([[4, 6, 0, 1000]])).toArray()); // [ [ 2, 6 ] ]
 * ```
 */
export class GatedLinearUnit extends Module {
  /** What the input is split along; negative ones count from the end. */
  readonly dimension: number;
  private gates = new Tensor([], { resident: true });

  /**
   * @param dimension what to split the input along; negative ones count from the end; the last when left out
   * @throws ArgumentError for a dimension that is not whole
   */
  constructor(dimension = -1) {
    super();
    if (!Number.isInteger(dimension)) {
      throw new ArgumentError(`GatedLinearUnit: expected a whole dimension, got ${String(dimension)}`);
    }
    this.dimension = dimension;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const [values, gates] = this.halves(input, input);
    mapInto("GatedLinearUnit", "sigmoid", gates, this.gates.resizeAs(gates));
    zipInto("GatedLinearUnit", "mul", values, this.gates, this.output.resizeAs(gates));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const [values] = this.halves(input, input);
    if (!values.isSameSizeAs(this.output)) {
      throw inputSizeError(this, `the input of the last forward, twice ${formatSize(this.output.size())}`, input);
    }
    checkGradOutput(this, gradOutput, this.output);
    const [gradValues, gradGates] = this.halves(input, this.gradInput.resizeAs(input));
    zipInto("GatedLinearUnit", "mul", gradOutput, this.gates, gradValues);
    zipInto("GatedLinearUnit", "sigmoidGradient", gradOutput, this.gates, gradGates);
    gradGates.cmul(values);
    return this.gradInput;
  }

  override clearState(): this {
    this.gates = emptied(this.gates);
    return super.clearState();
  }

  override describe(): string {
    return `GatedLinearUnit(${this.dimension})`;
  }

  /** The two halves of a tensor that has the size of the input. */
  private halves(input: Tensor, whole: Tensor): [values: Tensor, gates: Tensor] {
    const dimension = this.dimension < 0 ? this.dimension + input.dim() : this.dimension;
    const extent = dimension >= 0 && dimension < input.dim() ? input.size(dimension) : 1;
    if (extent % 2 !== 0) {
      throw inputSizeError(this, `an input of even size in dimension ${this.dimension}`, input);
    }
    return [whole.narrow(dimension, 0, extent / 2), whole.narrow(dimension, extent / 2, extent / 2)];
  }
}
