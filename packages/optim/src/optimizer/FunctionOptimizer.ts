import type { Tensor } from "@rushlight/tensor";
import type { StepResult } from "../evaluation/Evaluation.ts";
import type { StateLayout } from "../state/StateLayout.ts";
import type { Optimizer } from "./Optimizer.ts";
import { loadParts, type OptimizerState, type RememberedPart, savedParts } from "./OptimizerState.ts";

/** An optimiser in the form of a function, and what a class around it has to know. */
export interface OptimizerFunction<E, R extends StepResult, Config extends object, State extends object> {
  /** What messages call it. */
  readonly name: string;
  /** What it remembers. */
  readonly layout: StateLayout<State>;
  /** Gives what it remembers before the first call. */
  begin(): State;
  /** Throws when the settings do not make sense for the parameters. */
  check(config: Config, parameters: Tensor): void;
  /** One call. */
  run(evaluate: E, parameters: Tensor, config: Config, state: State): R;
}

/** The class around an optimiser in the form of a function: the whole vector of parameters is one part. */
export abstract class FunctionOptimizer<E, R extends StepResult, Config extends object, State extends object>
  implements Optimizer<E, R>
{
  /** The parameters, which {@link step} changes in place. */
  readonly parameters: Tensor;
  private readonly method: OptimizerFunction<E, R, Config, State>;
  private readonly config: Config;
  private readonly part: RememberedPart<State>;

  protected constructor(method: OptimizerFunction<E, R, Config, State>, parameters: Tensor, config: Config) {
    method.check(config, parameters);
    this.method = method;
    this.parameters = parameters;
    this.config = { ...config };
    this.part = { x: parameters, memory: method.begin() };
  }

  /**
   * One call of the function.
   *
   * @throws what the function throws
   */
  step(evaluate: E): R {
    return this.method.run(evaluate, this.parameters, this.config, this.part.memory);
  }

  /** A copy of what it remembers, as plain data: save it together with the parameters. */
  state(): OptimizerState {
    return savedParts(this.method.name, [this.part]);
  }

  /**
   * Goes on from what {@link state} gave, as if there had been no break: with the same parameters and settings, every bit of
   * what follows is the same.
   *
   * @throws ArgumentError, ShapeError or DTypeError for a state that is not of this optimiser, or of other parameters;
   *   nothing is changed then
   */
  load(saved: OptimizerState): this {
    loadParts(this.method.name, saved, this.method.layout, [this.part]);
    return this;
  }
}
