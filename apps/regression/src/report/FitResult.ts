import type { Problem } from "../data/Problem.ts";
import type { Comparison } from "../evaluation/compare.ts";
import type { FittedCurve } from "../explanation/fittedCurve.ts";
import type { Importance } from "../explanation/importance.ts";
import type { RegressionModel } from "../model/RegressionModel.ts";
import type { FitSettings } from "../training/fitModel.ts";
import type { TrainingRecord } from "../training/train.ts";

/** All that there is to report about a fit. */
export interface FitResult {
  readonly problem: Problem;
  readonly optimizer: string;
  readonly settings: FitSettings;
  readonly model: RegressionModel;
  readonly record: TrainingRecord;
  readonly comparison: Comparison;
  readonly importances: readonly Importance[];
  /** Missing when no input is a number. */
  readonly curve: FittedCurve | undefined;
}
