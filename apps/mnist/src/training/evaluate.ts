import type { Breather } from "@rushlight/command-line";
import type { Batch, DataLoader } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import { AverageMeter, ConfusionMatrix } from "@rushlight/optim";
import { CLASSES } from "../digits/digits.ts";

/** How well a network does on a set of digits. */
export interface Evaluation {
  /** The mean loss over all images. */
  readonly loss: number;
  /** The percentage of images that were recognised. */
  readonly accuracy: number;
  /** What each digit was taken for. */
  readonly confusion: ConfusionMatrix;
}

/**
 * Shows all images to a network, without learning from them.
 *
 * @param confusion what to count in, from zero; a new matrix when left out
 */
export async function evaluate(
  network: nn.Sequential,
  loader: DataLoader<Batch>,
  breather: Breather,
  confusion: ConfusionMatrix = new ConfusionMatrix(CLASSES),
): Promise<Evaluation> {
  const criterion = new nn.ClassNLLCriterion();
  const loss = new AverageMeter();
  confusion.zero();
  network.evaluate();
  for (const { input, target, size } of loader) {
    const logProbabilities = network.forward(input);
    loss.add(criterion.forward(logProbabilities, target), size);
    confusion.batchAdd(logProbabilities, target);
    await breather.breathe();
  }
  const { mat } = confusion;
  return { loss: loss.value, accuracy: (100 * mat.trace()) / mat.sum(), confusion };
}
