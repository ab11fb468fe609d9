import type { Generator, Tensor } from "@rushlight/tensor";
import type { StepResult } from "../../evaluation/Evaluation.ts";
import type { Rules } from "../../settings/Rule.ts";
import { count, finite, positive } from "../../settings/rules.ts";
import type { StateLayout } from "../../state/StateLayout.ts";
import { generatorRule, wholeFrom } from "../rules.ts";

/** Settings of {@link cmaes}. N is the number of parameters. */
export interface CmaesConfig {
  /** The standard deviation of the first candidates around x, above 0: about a third of the way to where the minimum may be. */
  readonly sigma: number;
  /** λ, how many candidates a generation has, from 2 up; 4 + ⌊3·ln N⌋ when left out. */
  readonly popsize?: number;
  /** Ends the search after the generation that brings the candidates of all calls to this number; 1000·N² when left out. */
  readonly maxEval?: number;
  /** Ends the search when a loss is this low. */
  readonly ftarget?: number;
  /** Generations that are made whatever the rules for the end say; 1 when left out. */
  readonly minIterations?: number;
  /** The most generations of one call, to look at the search on the way; no limit when left out. */
  readonly maxGenerations?: number;
  /** Where normal numbers come from; the default generator when left out. */
  readonly generator?: Generator;
}

/** What {@link cmaes} remembers, to go on with a search. All tensors but `best` are float64. */
export interface CmaesState {
  /** Generations that were made. */
  generations?: number;
  /** Candidates that were evaluated in them. */
  evaluations?: number;
  /** The `evaluations` when the covariance was decomposed last. */
  decomposedAt?: number;
  /** The step length σ. */
  sigma?: number;
  /** The middle of the next candidates `[N]`. */
  mean?: Tensor;
  /** The covariance C `[N, N]`, without σ². */
  covariance?: Tensor;
  /** Eigenvectors of the covariance as it was when decomposed `[N, N]`, one in each row. */
  vectors?: Tensor;
  /** The roots of its eigenvalues `[N]`, ascending. */
  scales?: Tensor;
  /** The path that adapts σ `[N]`. */
  sigmaPath?: Tensor;
  /** The path that adapts C `[N]`. */
  covariancePath?: Tensor;
  /** The best point, as the parameters. */
  best?: Tensor;
  /** Its loss; left out while no loss was finite. */
  bestLoss?: number;
  /** By how much the losses of the last generation differ; left out unless finite. */
  spread?: number;
}

/**
 * Why a call of {@link cmaes} ended: `maxEval`, `ftarget` and `maxGenerations` as set; `condition` when the distribution is 10⁷
 * times as long as wide, `spread` when the losses of a generation differ by less than 10⁻¹², `step` when candidates are
 * within 10⁻¹¹ of their middle.
 */
export type CmaesStop = "maxEval" | "ftarget" | "condition" | "spread" | "step" | "maxGenerations";

/** What a call of {@link cmaes} gives. `losses`: that of x at the beginning of a search, the lowest of each generation, the best. */
export interface CmaesResult extends StepResult {
  /** How often this call evaluated. */
  readonly evaluations: number;
  /** Why it ended. */
  readonly stop: CmaesStop;
}

/** A search that has begun. */
export type CmaesMemory = Required<Omit<CmaesState, "bestLoss" | "spread">> & Pick<CmaesState, "bestLoss" | "spread">;

/** What the settings of {@link cmaes} may be. */
export const cmaesRules: Rules<CmaesConfig> = {
  sigma: positive,
  popsize: wholeFrom(2),
  maxEval: count,
  ftarget: finite,
  minIterations: count,
  maxGenerations: count,
  generator: generatorRule,
};

const vectorSize = (x: Tensor): readonly number[] => [x.nElement()];
const matrixSize = (x: Tensor): readonly number[] => [x.nElement(), x.nElement()];

/** What {@link cmaes} remembers, field by field. */
export const cmaesLayout: StateLayout<CmaesState> = {
  generations: "number",
  evaluations: "number",
  decomposedAt: "number",
  sigma: "number",
  mean: vectorSize,
  covariance: matrixSize,
  vectors: matrixSize,
  scales: vectorSize,
  sigmaPath: vectorSize,
  covariancePath: vectorSize,
  best: "vector",
  bestLoss: "number",
  spread: "number",
};
