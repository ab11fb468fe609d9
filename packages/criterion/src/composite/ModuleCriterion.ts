import {
  type Activation,
  type AnyCriterion,
  type AnyModule,
  type ConversionCache,
  Criterion,
  type LossWeights,
  type Module,
} from "@rushlight/module";
import { ArgumentError, checkOptions, type FloatDType } from "@rushlight/tensor";

/** Options of {@link ModuleCriterion}. */
export interface ModuleCriterionOptions {
  /** Whether `type` converts the target module too; true when left out. */
  readonly castTarget?: boolean;
}

/** A module from targets to what a criterion compares with. */
export type TargetModule<T, Q> = AnyModule & { forward(target: T): Q };

/**
 * A criterion behind modules that the input and the target go through first: c(m(x), n(t)). Torch's
 * `nn.ModuleCriterion`.
 *
 * Gradient: that of the criterion, taken back through the input module; none reaches the target. The parameters of the
 * input module get no gradients and are not updated.
 *
 * @typeParam P what the criterion takes, and the input module gives
 * @typeParam Q what the criterion compares with, and the target module gives
 * @typeParam I what the input module takes
 * @typeParam T what the target module takes
 * @example
 * ```ts
 * import { ModuleCriterion, MSECriterion } from "@rushlight/criterion";
 * import { Module } from "@rushlight/module";
 * import { type Tensor, tensor } from "@rushlight/tensor";
 *
 * class Square extends Module {
 *   updateOutput(input: Tensor): Tensor {
 *     return this.output.resizeAs(input).copy(input).cmul(input);
 *   }
 *   updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
 *     return this.gradInput.resizeAs(input).copy(gradOutput).cmul(input).mul(2);
 *   }
 * }
 * const criterion = new ModuleCriterion(new MSECriterion(), new Square());
 * console.log(criterion.forward(tensor([2]), tensor([1]))); // 9
 * console.log(criterion.backward(tensor([2]), tensor([1])).toArray()); // [ 24 ]
 * ```
 */
export class ModuleCriterion<P extends Activation, Q, I extends Activation = P, T = Q> extends Criterion<I, T> {
  readonly criterion: Criterion<P, Q>;
  readonly inputModule: Module<I, P> | undefined;
  targetModule: TargetModule<T, Q> | undefined;
  readonly castTarget: boolean;

  /**
   * @param inputModule what the input goes through first; none when left out
   * @param targetModule what the target goes through first; none when left out
   * @throws ArgumentError when there is no criterion, and for options that do not exist
   */
  constructor(
    criterion: Criterion<P, Q>,
    inputModule?: Module<I, P>,
    targetModule?: TargetModule<T, Q>,
    options: ModuleCriterionOptions = {},
  ) {
    super();
    if (!(criterion instanceof Criterion)) {
      throw new ArgumentError(`ModuleCriterion: expected a criterion, got ${String(criterion)}`);
    }
    checkOptions("ModuleCriterion", options, ["castTarget"]);
    this.criterion = criterion;
    this.inputModule = inputModule;
    this.targetModule = targetModule;
    this.castTarget = options.castTarget ?? true;
  }

  override updateOutput(input: I, target: T): number {
    const criterion: AnyCriterion = this.criterion;
    this.output = criterion.updateOutput(this.throughInput(input), this.throughTarget(target));
    return this.output;
  }

  /** The gradient for the input of the last forward: what the modules gave then is taken up again. */
  override updateGradInput(input: I, target: T): I {
    return this.back(input, target, (criterion, ...taken) => criterion.updateGradInput(...taken));
  }

  override get lossTerms(): number {
    return this.criterion.lossTerms;
  }

  /** Those of the criterion, for what the target module gives. */
  override lossWeights(target: T, samples: number): LossWeights {
    const criterion: AnyCriterion = this.criterion;
    return criterion.lossWeights(this.throughTarget(target), samples);
  }

  override partLosses(input: I, target: T, samples: number): readonly number[] {
    const criterion: AnyCriterion = this.criterion;
    return criterion.partLosses(this.throughInput(input), this.throughTarget(target), samples);
  }

  override partGradient(input: I, target: T, shares: readonly number[]): I {
    return this.back(input, target, (criterion, ...taken) => criterion.partGradient(...taken, shares));
  }

  private throughInput(input: I): Activation {
    return this.inputModule === undefined ? input : this.inputModule.forward(input);
  }

  private throughTarget(target: T): unknown {
    return this.targetModule === undefined ? target : this.targetModule.forward(target);
  }

  private back(
    input: I,
    target: T,
    gradientOf: (criterion: AnyCriterion, given: Activation, reference: unknown) => Activation,
  ): I {
    const module: AnyModule | undefined = this.inputModule;
    const reference = this.targetModule === undefined ? target : this.targetModule.output;
    const gradient = gradientOf(this.criterion, module === undefined ? input : module.output, reference);
    this.gradInput = gradientFor<I>(module === undefined ? gradient : module.updateGradInput(input, gradient));
    return this.gradInput;
  }

  override type(): FloatDType;
  override type(dtype: FloatDType, cache?: ConversionCache): this;
  override type(dtype?: FloatDType, cache?: ConversionCache): FloatDType | this {
    if (dtype === undefined) return super.type();
    const { targetModule } = this;
    if (!this.castTarget) this.targetModule = undefined;
    try {
      return super.type(dtype, cache);
    } finally {
      this.targetModule = targetModule;
    }
  }
}

function gradientFor<I extends Activation>(gradient: Activation): I;
function gradientFor(gradient: Activation): Activation {
  return gradient;
}
