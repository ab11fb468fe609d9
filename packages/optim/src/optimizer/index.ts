export type { Optimizer } from "./Optimizer.ts";
export type { OptimizerState } from "./OptimizerState.ts";
