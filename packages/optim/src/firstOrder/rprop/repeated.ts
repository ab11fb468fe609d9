import type { StepResult } from "../../evaluation/Evaluation.ts";
import type { RpropConfig } from "./RpropConfig.ts";

/** A step, made several times: with the losses of all. What is wrong with the settings, the first step says. */
export function repeated(config: RpropConfig, step: () => StepResult): StepResult {
  const { x, losses } = step();
  const { niter = 1 } = config;
  for (let i = 1; i < niter; i++) losses.push(...step().losses);
  return { x, losses };
}
