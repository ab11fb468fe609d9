import type { Tensor } from "@rushlight/tensor";
import type { StepResult } from "../evaluation/Evaluation.ts";
import type { OptimizerState } from "./OptimizerState.ts";

/**
 * An optimiser that holds its parameters, its settings and what it remembers: the other face of the functions, which do
 * the work.
 *
 * @typeParam E the evaluation that a step takes
 * @typeParam R what a step gives
 */
export interface Optimizer<E, R extends StepResult = StepResult> {
  /** The parameters, which {@link step} changes in place. */
  readonly parameters: Tensor;
  /** One call of the optimiser. */
  step(evaluate: E): R;
  /** A copy of what it remembers, as plain data. */
  state(): OptimizerState;
  /** Goes on from what {@link state} gave. */
  load(saved: OptimizerState): this;
}
