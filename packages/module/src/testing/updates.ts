import type { Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import type { AnyModule } from "../module/Module.ts";
import { seededForward, seededRun } from "./SeededRun.ts";

/** The parameters after one step of gradient descent by `zeroGradParameters`, `backward` and `updateParameters`. */
export function parametersAfterUpdate(
  module: AnyModule,
  input: Activation,
  gradOutput: Activation,
  learningRate: number,
): Tensor[] {
  seededRun(module, input, gradOutput);
  module.updateParameters(learningRate);
  return module.parameters()[0];
}

/** The parameters after one step of gradient descent by `backwardUpdate`. */
export function parametersAfterBackwardUpdate(
  module: AnyModule,
  input: Activation,
  gradOutput: Activation,
  learningRate: number,
): Tensor[] {
  seededForward(module, input);
  module.backwardUpdate(input, gradOutput, learningRate);
  return module.parameters()[0];
}

/** Makes the parameters and gradients of a module those of another built alike. */
export function shareParameters(module: AnyModule, other: AnyModule): void {
  const others = other.parameters();
  for (const [list, tensors] of module.parameters().entries()) {
    for (const [i, tensor] of tensors.entries()) tensor.set(others[list][i]);
  }
  for (const either of [module, other]) either.shared = true;
}
