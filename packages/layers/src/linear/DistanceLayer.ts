import { emptied } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { distancesInto, inputGradientsInto } from "./distances.ts";
import { uniformBound } from "./uniformBound.ts";
import { asRows, VectorLayer } from "./VectorLayer.ts";

/** What distances have added before dividing by them. */
const EPSILON = 1e-7;

/** The base of layers that give distances to learned points, the columns of `weight` `[in, out]`. */
export abstract class DistanceLayer extends VectorLayer {
  override weight: Tensor;
  override gradWeight: Tensor;
  /**
   * Whether backward goes by the output of the last forward; when false, it computes that anew with the parameters as
   * they are now. True to begin with.
   */
  fastBackward = true;
  /** A tensor of the weight's size for sums over a batch. */
  protected sums: Tensor = new Tensor([], { resident: true });
  private quotients = new Tensor([], { resident: true });
  private denominators = new Tensor([], { resident: true });

  constructor(inputSize: number, outputSize: number) {
    super(inputSize, outputSize);
    this.weight = new Tensor([inputSize, outputSize], { resident: true });
    this.gradWeight = new Tensor([inputSize, outputSize], { resident: true });
  }

  /** Draws the weight anew: uniform with the given standard deviation, or from ±1/√in. */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, this.inputSize);
    this.weight.uniform(-bound, bound);
    return this;
  }

  /** What squared differences are multiplied by, `[in, out]`; undefined when that is 1. */
  protected abstract factors(): Tensor | undefined;

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    const factors = this.factors();
    if (input.dim() === 1) this.output.resize(this.outputSize);
    else this.output.resize(input.size(0), this.outputSize);
    distancesInto(asRows(input), this.weight, factors, asRows(this.output));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkGradOutput(input, gradOutput);
    if (!this.fastBackward) this.updateOutput(input);
    const quotients = this.quotientsOf(gradOutput);
    const factors = this.factors();
    this.gradInput.resizeAs(input);
    inputGradientsInto(asRows(input), this.weight, factors, quotients, asRows(this.gradInput));
    return this.gradInput;
  }

  override clearState(): this {
    this.sums = emptied(this.sums);
    this.quotients = emptied(this.quotients);
    this.denominators = emptied(this.denominators);
    return super.clearState();
  }

  /** dy/(y + 1e-7) as rows, for the output of the last forward. */
  protected quotientsOf(gradOutput: Tensor): Tensor {
    const [y, dy] = [asRows(this.output), asRows(gradOutput)];
    this.denominators.resizeAs(y).copy(y).add(EPSILON);
    return this.quotients.resizeAs(dy).copy(dy).cdiv(this.denominators);
  }
}
