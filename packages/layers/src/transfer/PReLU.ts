import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { checkLastInput } from "./checkLastInput.ts";

/**
 * A rectifier that learns the slope of its negative side: y = max(0, x) + w·min(0, x); dx = dy where x > 0, else w·dy;
 * dw += scale·Σ dy·min(0, x). Torch's `nn.PReLU`.
 *
 * Shapes: any, to the same. With `nOutputPlane` C there is a slope for each plane, in `[C]`, `[N, C]`, `[N, C, ...]`; else
 * one for all elements. `weight` is `[C]` or `[1]` and begins at 0.25.
 *
 * Source: K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers: surpassing human-level performance on ImageNet
 * classification", 2015.
 *
 * @example
 * ```ts
 * import { PReLU } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const prelu = new PReLU(2);
 * prelu.weight.copy(tensor([0.5, 10]));
 * console.log(prelu.forward(tensor([[-2, -2], [3, 3]])).toArray()); // [ [ -1, -20 ], [ 3, 3 ] ]
 * ```
 */
export class PReLU extends Module {
  /** How many planes have a slope of their own; 0 for one slope for all. */
  readonly nOutputPlane: number;
  override weight: Tensor;
  override gradWeight: Tensor;
  private negatives = new Tensor([], { resident: true });
  private sums: [Tensor, Tensor] = [new Tensor([], { resident: true }), new Tensor([], { resident: true })];

  /**
   * @param nOutputPlane the number of planes, each with a slope; 0, which makes one slope for all, when left out
   * @throws ArgumentError unless it is a whole number of at least 0
   */
  constructor(nOutputPlane = 0) {
    super();
    if (!Number.isInteger(nOutputPlane) || nOutputPlane < 0) {
      throw new ArgumentError(`PReLU: expected a whole number of planes of at least 0, got ${String(nOutputPlane)}`);
    }
    this.nOutputPlane = nOutputPlane;
    this.weight = new Tensor([Math.max(1, nOutputPlane)], { resident: true });
    this.gradWeight = new Tensor([Math.max(1, nOutputPlane)], { resident: true });
    this.reset();
  }

  /** Sets all slopes to 0.25. */
  override reset(): this {
    this.weight.fill(0.25);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.weight.dtype);
    this.checkPlanes(input);
    this.output.resizeAs(input);
    if (this.weight.nElement() === 1) {
      mapInto("PReLU", "leakyReLU", input, this.output, this.weight.get(0));
      return this.output;
    }
    mapInto("PReLU", "threshold", input, this.output);
    return this.output.addcmul(this.negativePart(input), this.slopesFor(input));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkLastInput(this, input);
    checkGradOutput(this, gradOutput, this.output);
    this.gradInput.resizeAs(input);
    if (this.weight.nElement() === 1) {
      zipInto("PReLU", "leakyReLUGradient", gradOutput, input, this.gradInput, this.weight.get(0));
      return this.gradInput;
    }
    zipInto("PReLU", "thresholdGradient", gradOutput, input, this.gradInput);
    const rest = this.negatives.resizeAs(input);
    zipInto("PReLU", "add", gradOutput, this.gradInput, rest, -1);
    return this.gradInput.addcmul(rest, this.slopesFor(input));
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    checkLastInput(this, input);
    checkGradOutput(this, gradOutput, this.output);
    const planes = this.weight.nElement();
    if (planes === 1) {
      this.gradWeight.add(scale * this.negativePart(input).dot(gradOutput));
      return;
    }
    const outer = input.dim() > 1 ? input.size(0) : 1;
    let sums = this.negativePart(input).cmul(gradOutput).view(outer, planes, -1);
    for (const [i, dimension] of [2, 0].entries()) {
      if (sums.size(dimension) > 1) sums = sums.sum(dimension, { out: this.sums[i] });
    }
    this.gradWeight.add(scale, sums.view(planes));
  }

  override clearState(): this {
    this.negatives = emptied(this.negatives);
    this.sums = emptied(this.sums);
    return super.clearState();
  }

  override describe(): string {
    return `PReLU(${this.nOutputPlane})`;
  }

  /** min(0, x), in the buffer. */
  private negativePart(input: Tensor): Tensor {
    mapInto("PReLU", "clamp", input, this.negatives.resizeAs(input), -Infinity, 0);
    return this.negatives;
  }

  private checkPlanes(input: Tensor): void {
    const planes = this.nOutputPlane;
    if (input.dim() === 0 || (planes > 0 && input.size(planeDimensionOf(input)) !== planes)) {
      throw inputSizeError(this, planes === 0 ? "an input that is not empty" : sizesWith(planes), input);
    }
  }

  /** The slopes, expanded to the input. */
  private slopesFor(input: Tensor): Tensor {
    const planeDimension = planeDimensionOf(input);
    const size = input.size().map((_, d) => (d === planeDimension ? this.weight.nElement() : 1));
    return this.weight.view(size).expandAs(input);
  }
}

function planeDimensionOf(input: Tensor): number {
  return input.dim() > 1 ? 1 : 0;
}

function sizesWith(planes: number): string {
  return `[${planes}], [N, ${planes}] or [N, ${planes}, ...]`;
}
