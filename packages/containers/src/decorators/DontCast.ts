import type { Activation, AnyModule, ConversionCache, InputOf, OutputOf } from "@rushlight/module";
import { checkOptions, type FloatDType } from "@rushlight/tensor";
import { known } from "../typing/known.ts";
import { Caster } from "./Caster.ts";
import { Decorator } from "./Decorator.ts";

/** Options of {@link DontCast}. */
export interface DontCastOptions {
  /** Whether to convert inputs to the dtype of the module, and input gradients back; false when left out. */
  readonly castIn?: boolean;
  /** Whether to convert outputs from the dtype of the module, and gradients of outputs to it; as `castIn` when left out. */
  readonly castOut?: boolean;
}

const optionNames: readonly (keyof DontCastOptions)[] = ["castIn", "castOut"];

/**
 * Keeps the module that it holds in its dtype when the network around it is converted. Torch's `nn.DontCast`.
 *
 * With `castIn` and `castOut` it converts what goes in and what comes out, so that a part of a float32 network computes
 * in float64. Tables are converted member by member; integer tensors pass as they are.
 *
 * @typeParam M the module that it holds, whose types it has
 * @example
 * ```ts
 * import { DontCast } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { ones } from "@rushlight/tensor";
 *
 * const exact = new DontCast(new Linear(3, 2).double(), { castIn: true });
 * console.log(exact.forward(ones(3)).dtype); // float32
 * console.log(exact.modules[0].type()); // float64
 * ```
 */
export class DontCast<M extends AnyModule = AnyModule> extends Decorator<M> {
  readonly castIn: boolean;
  readonly castOut: boolean;
  private inputs = new Caster();
  private outputs = new Caster();
  private gradOutputs = new Caster();
  private gradInputs = new Caster();

  /**
   * @param module what to keep in its dtype
   * @throws ArgumentError for options that do not exist
   */
  constructor(module: M, options: DontCastOptions = {}) {
    super(module);
    checkOptions("DontCast", options, optionNames);
    this.castIn = options.castIn ?? false;
    this.castOut = options.castOut ?? this.castIn;
  }

  override type(): FloatDType;
  override type(dtype: FloatDType, cache?: ConversionCache): this;
  override type(dtype?: FloatDType, cache?: ConversionCache): FloatDType | this {
    if (dtype === undefined) return super.type();
    const { modules } = this;
    this.modules = [];
    try {
      return super.type(dtype, cache);
    } finally {
      this.modules = modules;
    }
  }

  override updateOutput(input: InputOf<M>): OutputOf<M> {
    const output = this.childOutput(0, this.castInput(input));
    this.output = known(this.castOut ? this.outputs.cast(output, this.type()) : output);
    return this.output;
  }

  override updateGradInput(input: InputOf<M>, gradOutput: OutputOf<M>): InputOf<M> {
    const [x, gradient] = [this.castInput(input), this.castGradOutput(gradOutput)];
    return this.castGradInput(this.childGradInput(0, x, gradient, this.needsGradInput));
  }

  override accGradParameters(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): void {
    this.childAccGradParameters(0, this.castInput(input), this.castGradOutput(gradOutput), scale);
  }

  override backward(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): InputOf<M> {
    const [x, gradient] = [this.castInput(input), this.castGradOutput(gradOutput)];
    return this.castGradInput(this.childBackward(0, x, gradient, scale, this.needsGradInput));
  }

  override accUpdateGradParameters(input: InputOf<M>, gradOutput: OutputOf<M>, learningRate: number): void {
    this.childAccUpdate(0, this.castInput(input), this.castGradOutput(gradOutput), learningRate);
  }

  override clearState(): this {
    this.inputs = new Caster();
    this.outputs = new Caster();
    this.gradOutputs = new Caster();
    this.gradInputs = new Caster();
    return super.clearState();
  }

  private castInput(input: Activation): Activation {
    return this.castIn ? this.inputs.cast(input, this.modules[0].type()) : input;
  }

  private castGradOutput(gradOutput: Activation): Activation {
    return this.castOut ? this.gradOutputs.cast(gradOutput, this.modules[0].type()) : gradOutput;
  }

  private castGradInput(gradInput: Activation): InputOf<M> {
    this.gradInput = known(this.castIn ? this.gradInputs.cast(gradInput, this.type()) : gradInput);
    return this.gradInput;
  }
}
