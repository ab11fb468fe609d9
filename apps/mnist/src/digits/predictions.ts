import type { Breather } from "@rushlight/command-line";
import { DataLoader, type TensorDataset } from "@rushlight/data";
import type * as nn from "@rushlight/nn";

/** How many digits a network is shown at a time. */
const BATCH = 1000;

/** What a network takes digits for. */
export interface Predictions {
  /** The digit that each was taken for. */
  readonly digits: Int32Array;
  /** The probability that the network gave to that, from 0 to 1. */
  readonly confidence: Float64Array;
}

/** Shows digits to a network, and tells what it takes them for. */
export async function predictions(
  network: nn.Sequential,
  dataset: TensorDataset<"float32", "int32">,
  breather: Breather,
): Promise<Predictions> {
  const digits = new Int32Array(dataset.length);
  const confidence = new Float64Array(dataset.length);
  let at = 0;
  network.evaluate();
  for (const { input, size } of new DataLoader({ dataset, batchSize: BATCH })) {
    const [highest, choices] = network.forward(input).max(1);
    for (let i = 0; i < size; i++, at++) {
      digits[at] = choices.get(i, 0);
      confidence[at] = Math.exp(highest.get(i, 0));
    }
    await breather.breathe();
  }
  return { digits, confidence };
}
