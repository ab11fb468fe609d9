import { checkGradOutput } from "@rushlight/module";
import { type Size, Tensor } from "@rushlight/tensor";
import { uniformBound } from "../linear/uniformBound.ts";
import { AlignedParameter, expanded } from "./AlignedParameter.ts";

/** The base of layers that add a learned bias: y = x + b, dx = dy, db += Σ dy. */
export abstract class AddedParameter extends AlignedParameter {
  override bias: Tensor;
  override gradBias: Tensor;

  constructor(size: Size) {
    super();
    this.bias = new Tensor(size, { resident: true });
    this.gradBias = new Tensor(size, { resident: true });
    this.reset();
  }

  /** Draws the bias anew: uniform with the given standard deviation, or from ±1/√(number of its elements). */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, this.bias.nElement());
    this.bias.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    const alignment = this.align(input, this.bias);
    this.output.resizeAs(input).copy(input);
    this.output.view(alignment[0]).add(expanded(this.bias, alignment));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.align(input, this.bias);
    checkGradOutput(this, gradOutput, input);
    return this.gradInput.resizeAs(input).copy(gradOutput);
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    const alignment = this.align(input, this.bias);
    checkGradOutput(this, gradOutput, input);
    const terms = gradOutput.isContiguous() ? gradOutput : this.scratch.resizeAs(input).copy(gradOutput);
    this.accumulate(this.gradBias, scale, terms, alignment);
  }

  override describe(): string {
    return `${this.constructor.name}(${this.bias.size().join("x")})`;
  }
}
