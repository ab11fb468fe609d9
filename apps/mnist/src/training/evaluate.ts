import type { Batch, DataLoader } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import { CLASSES } from "../digits.ts";
import type { Breather } from "./Breather.ts";
import { ConfusionMatrix } from "./ConfusionMatrix.ts";
import { WeightedMean } from "./WeightedMean.ts";

/** How good a network is on a set of images. */
export interface Evaluation {
  /** The mean over all images. */
  readonly loss: number;
  /** In percent. */
  readonly accuracy: number;
  readonly confusion: ConfusionMatrix;
}

/** Shows all images to a network, without learning from them. */
export async function evaluate(
  network: nn.Sequential,
  loader: DataLoader<Batch>,
  breather: Breather,
): Promise<Evaluation> {
  const criterion = new nn.ClassNLLCriterion();
  const confusion = new ConfusionMatrix(CLASSES);
  const loss = new WeightedMean();
  network.evaluate();
  for (const { input, target, size } of loader) {
    const logProbabilities = network.forward(input);
    loss.add(criterion.forward(logProbabilities, target), size);
    confusion.add(logProbabilities, target);
    await breather.breathe();
  }
  return { loss: loss.value, accuracy: confusion.accuracy, confusion };
}
