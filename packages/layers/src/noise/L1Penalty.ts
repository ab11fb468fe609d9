import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, mapInto, type Tensor } from "@rushlight/tensor";

/** Options of {@link L1Penalty}. */
export interface L1PenaltyOptions {
  /** Whether to divide the weight by the number of elements of the input; false when left out. */
  readonly sizeAverage?: boolean;
  /** Whether backward adds its gradOutput to the gradient of the penalty; true when left out. */
  readonly provideOutput?: boolean;
}

const optionNames: readonly (keyof L1PenaltyOptions)[] = ["sizeAverage", "provideOutput"];

/**
 * Hands on its input and penalises its magnitude: y = x, loss = m·Σ|x|, dx = dy + m·sign(x), for any shape. Torch's
 * `nn.L1Penalty`.
 *
 * m is the weight, divided by the number of elements with `sizeAverage`. Without `provideOutput`, dx = m·sign(x). The
 * penalty is in {@link loss}; it does not go through the criterion. The output shares the input's memory.
 *
 * @example
 * ```ts
 * import { L1Penalty } from "@rushlight/layers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const penalty = new L1Penalty(0.5);
 * const x = tensor([-2, 0, 4]);
 * console.log(penalty.forward(x).toArray()); // [ -2, 0, 4 ]
 * console.log(penalty.loss); // 3
 * console.log(penalty.backward(x, ones(3)).toArray()); // [ 0.5, 1, 1.5 ]
 * ```
 */
export class L1Penalty extends Module {
  readonly l1weight: number;
  readonly sizeAverage: boolean;
  readonly provideOutput: boolean;
  /** The penalty of the last forward. */
  loss = 0;

  /**
   * @param l1weight the weight of the penalty
   * @throws ArgumentError for a weight that is not a number, and for options that do not exist
   */
  constructor(l1weight: number, options: L1PenaltyOptions = {}) {
    super();
    checkOptions("L1Penalty", options, optionNames);
    if (typeof l1weight !== "number" || Number.isNaN(l1weight)) {
      throw new ArgumentError(`L1Penalty: expected a weight, got ${String(l1weight)}`);
    }
    this.l1weight = l1weight;
    this.sizeAverage = options.sizeAverage ?? false;
    this.provideOutput = options.provideOutput ?? true;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    this.loss = this.weightFor(input) * input.norm(1);
    return this.output.set(input);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    if (this.provideOutput) checkGradOutput(this, gradOutput, input);
    this.gradInput.resizeAs(input);
    mapInto("L1Penalty", "sign", input, this.gradInput);
    this.gradInput.mul(this.weightFor(input));
    return this.provideOutput ? this.gradInput.add(gradOutput) : this.gradInput;
  }

  override describe(): string {
    return `L1Penalty(${this.l1weight})`;
  }

  private weightFor(input: Tensor): number {
    return this.sizeAverage ? this.l1weight / input.nElement() : this.l1weight;
  }
}
