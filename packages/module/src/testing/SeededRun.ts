import { defaultGenerator, type Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { recursiveClone } from "../activation/nested.ts";
import type { AnyModule } from "../module/Module.ts";

/** What one forward and backward of a module gave, copied. */
export interface RunResult {
  readonly output: Activation;
  readonly gradInput: Activation;
  readonly gradParameters: Tensor[];
}

const SEED = 1;

/** What a function gives with the default generator seeded first, so that whatever draws does so alike each time. */
export function seeded<Result>(run: () => Result): Result {
  const generator = defaultGenerator();
  const state = generator.getState();
  generator.manualSeed(SEED);
  try {
    return run();
  } finally {
    generator.setState(state);
  }
}

/** The output of a module, {@link seeded}. */
export function seededForward(module: AnyModule, input: Activation): Activation {
  return seeded(() => module.forward(input));
}

/** A forward and a backward from zeroed gradients. The input is cloned first, for modules that overwrite it. */
export function seededRun(module: AnyModule, input: Activation, gradOutput: Activation, scale = 1): RunResult {
  module.zeroGradParameters();
  return accumulate(module, input, gradOutput, scale);
}

/** A forward and a backward on top of the gradients that are there. */
export function accumulate(module: AnyModule, input: Activation, gradOutput: Activation, scale = 1): RunResult {
  const output = recursiveClone(seededForward(module, input));
  const gradInput = recursiveClone(module.backward(input, gradOutput, scale));
  return { output, gradInput, gradParameters: module.parameters()[1].map((gradient) => gradient.clone()) };
}
