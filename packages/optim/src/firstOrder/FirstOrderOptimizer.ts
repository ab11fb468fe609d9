import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../evaluation/Evaluation.ts";
import type { Clipping } from "../gradients/Clipping.ts";
import type { Gradient } from "../gradients/Gradient.ts";
import type { Optimizer } from "../optimizer/Optimizer.ts";
import { loadParts, type OptimizerState, savedParts } from "../optimizer/OptimizerState.ts";
import { checkMemory } from "./checkMemory.ts";
import { dividedParts } from "./dividedParts.ts";
import type { FirstOrderMethod, Part } from "./FirstOrderMethod.ts";
import type { FirstOrderOptions } from "./FirstOrderOptions.ts";
import { stepParts } from "./stepParts.ts";

/** The class around a method that moves the parameters once for each gradient. */
export abstract class FirstOrderOptimizer<Config extends object, State extends object, G extends Gradient = Tensor>
  implements Optimizer<Evaluation<G>>
{
  /** The parameters, which {@link step} changes in place. */
  readonly parameters: Tensor;
  private readonly method: FirstOrderMethod<Config, State>;
  private readonly limits: Clipping;
  /** The parameters in parts, one without groups. */
  protected readonly parts: readonly Part<Config, State>[];

  protected constructor(
    method: FirstOrderMethod<Config, State>,
    parameters: Tensor,
    options: FirstOrderOptions<Config>,
  ) {
    this.parts = dividedParts(method, parameters, options);
    this.method = method;
    this.parameters = parameters;
    this.limits = { clipNorm: options.clipNorm, clipValue: options.clipValue };
  }

  /**
   * Evaluates the gradient and moves the parameters against it.
   *
   * @param evaluate gives the loss and the gradient at the parameters
   * @returns the parameters, and the loss before the step
   * @throws ArgumentError, ShapeError or DTypeError for a gradient that does not go with the parameters, before they are changed
   */
  step(evaluate: Evaluation<G>): StepResult {
    return stepParts(this.method, evaluate, this.parameters, this.parts, this.limits);
  }

  /** A copy of what it remembers, as plain data: save it together with the parameters. */
  state(): OptimizerState {
    return savedParts(this.method.name, this.parts);
  }

  /**
   * Goes on from what {@link state} gave, as if there had been no break: with the same parameters and settings, every bit of
   * what follows is the same.
   *
   * @throws ArgumentError, ShapeError or DTypeError for a state that is not of this optimiser, or of other parameters;
   *   nothing is changed then
   */
  load(saved: OptimizerState): this {
    const { method } = this;
    loadParts(method.name, saved, method.layout, this.parts, (memory) => checkMemory(method, memory));
    return this;
  }
}
