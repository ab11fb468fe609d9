import { manualSeed, type Tensor, tensor } from "@rushlight/tensor";
import * as nn from "../../src/index.ts";

/** Examples of y = 2·x for the inputs 1, 2, …. */
export function doubles(count: number): (readonly [Tensor, Tensor])[] {
  return Array.from({ length: count }, (_, i) => [tensor([i + 1]), tensor([2 * (i + 1)])]);
}

/** A line through 0 with slope 0, and its trainer; a rate that small keeps each step simple. */
export function lineTrainer(
  options: nn.StochasticGradientOptions<nn.Linear, nn.MSECriterion> = {},
): nn.StochasticGradient<nn.Linear, nn.MSECriterion> {
  manualSeed(1);
  const line = new nn.Linear(1, 1, { bias: false });
  line.weight.fill(0);
  return new nn.StochasticGradient(line, new nn.MSECriterion(), { shuffleIndices: false, ...options });
}
