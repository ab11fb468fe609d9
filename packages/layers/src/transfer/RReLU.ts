import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import {
  ArgumentError,
  checkOptions,
  defaultGenerator,
  type Generator,
  mapInto,
  Tensor,
  zipInto,
} from "@rushlight/tensor";
import { checkLastInput } from "./checkLastInput.ts";
import type { InplaceOptions } from "./InplaceFunction.ts";
import { asHeld } from "./numbers.ts";

/** Options of {@link RReLU}. */
export interface RReLUOptions extends InplaceOptions {
  /** Where the random numbers come from; the default generator when left out. */
  readonly generator?: Generator;
}

const optionNames: readonly (keyof RReLUOptions)[] = ["inplace", "generator"];

/** Below this width of the interval, backward takes the slope in its middle for the one drawn. */
const NARROWEST = 1e-6;

/**
 * A rectifier whose negative side has a random slope: y = x where x > 0, else r·x; dx = dy where x > 0, else r·dy. Element
 * by element, for any shape. Torch's `nn.RReLU`.
 *
 * In training r is uniform in [lower, upper) for each element, with one random word for each that is not above 0, in
 * row-major order; in evaluation it is (lower + upper) / 2.
 *
 * Source: B. Xu, N. Wang, T. Chen, M. Li, "Empirical evaluation of rectified activations in convolutional network", 2015.
 *
 * @example
 * ```ts
 * import { RReLU } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const rrelu = new RReLU(0.25, 0.75);
 * const slope = -rrelu.forward(tensor([-1, 2])).get(0);
 * console.log(slope >= 0.25 && slope < 0.75); // true
 * console.log(rrelu.evaluate().forward(tensor([-1, 2])).toArray()); // [ -0.5, 2 ]
 * console.log(String(new RReLU())); // nn.RReLU (l:0.125000, u:0.333333)
 * ```
 */
export class RReLU extends Module {
  /** The smallest slope. */
  readonly lower: number;
  /** The largest slope. */
  readonly upper: number;
  /** Whether forward overwrites its input and backward its gradOutput. */
  readonly inplace: boolean;
  /** The slopes of the last forward in training: 1 where the input was above 0. */
  noise: Tensor = new Tensor([], { resident: true });
  private readonly generator: Generator | undefined;

  /**
   * @param lower the smallest slope, at least 0; 1/8 when left out
   * @param upper the largest slope, at least `lower`; 1/3 when left out
   * @throws ArgumentError for other slopes, and for options that do not exist
   */
  constructor(lower: number = 1 / 8, upper: number = 1 / 3, options: RReLUOptions = {}) {
    super();
    checkOptions("RReLU", options, optionNames);
    if (!(lower >= 0 && upper >= lower && upper < Infinity)) {
      throw new ArgumentError(`RReLU: expected slopes 0 ≤ lower ≤ upper, got ${String(lower)} and ${String(upper)}`);
    }
    this.lower = lower;
    this.upper = upper;
    this.inplace = options.inplace ?? false;
    this.generator = options.generator;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    if (this.train) this.drawSlopes(input);
    if (this.inplace) this.output.set(input);
    else this.output.resizeAs(input);
    if (this.train) zipInto("RReLU", "mul", input, this.noise, this.output);
    else mapInto("RReLU", "leakyReLU", input, this.output, this.middle());
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkLastInput(this, input);
    checkGradOutput(this, gradOutput, this.output);
    const drawn = this.train && this.upper - this.lower > NARROWEST;
    if (drawn && !this.noise.isSameSizeAs(input)) {
      throw inputSizeError(this, "the input of the last forward in training", input);
    }
    if (this.inplace) this.gradInput.set(gradOutput);
    else this.gradInput.resizeAs(gradOutput);
    if (drawn) zipInto("RReLU", "mul", gradOutput, this.noise, this.gradInput);
    else zipInto("RReLU", "leakyReLUGradient", gradOutput, input, this.gradInput, this.middle());
    return this.gradInput;
  }

  override clearState(): this {
    this.noise = emptied(this.noise);
    return super.clearState();
  }

  override toString(): string {
    return `nn.RReLU (l:${this.lower.toFixed(6)}, u:${this.upper.toFixed(6)})`;
  }

  private drawSlopes(input: Tensor): void {
    const { dtype } = this.noise.resizeAs(input).copy(input);
    const generator = this.generator ?? defaultGenerator();
    const [lower, upper] = [asHeld(this.lower, dtype), asHeld(this.upper, dtype)];
    const slopes = this.noise.storage().data;
    const count = this.noise.nElement();
    for (let i = 0; i < count; i++) slopes[i] = slopes[i] <= 0 ? generator.uniform(lower, upper) : 1;
  }

  private middle(): number {
    return (this.lower + this.upper) / 2;
  }
}
