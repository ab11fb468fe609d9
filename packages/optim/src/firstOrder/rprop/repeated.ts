import type { StepResult } from "../../evaluation/Evaluation.ts";

/** A step, made several times: with the losses of all. What is wrong with the number, the first step says. */
export function repeated(times: number | undefined, step: () => StepResult): StepResult {
  const { x, losses } = step();
  for (let i = 1; i < (times ?? 1); i++) losses.push(...step().losses);
  return { x, losses };
}
