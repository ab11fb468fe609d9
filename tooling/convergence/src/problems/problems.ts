import { loadMnist } from "@rushlight/data/node";
import { digits } from "./digits.ts";
import type { Problem, ProblemName } from "./Problem.ts";
import { quadratic } from "./quadratic.ts";
import { rosenbrock } from "./rosenbrock.ts";

/** Makes the problems. */
export const problems: Readonly<Record<ProblemName, () => Problem>> = {
  rosenbrock,
  quadratic,
  digits: () => digits(loadMnist().train),
};
