import type { LabelledImages } from "@rushlight/data/node";
import { stack, type Tensor } from "@rushlight/tensor";
import type { Predictions } from "../digits/predictions.ts";

/** Digits that a network took for others. */
export interface Mistakes {
  /** How many there are in all. */
  readonly count: number;
  /** Some of them, those it was surest of first: `[N, 28, 28]`; undefined when there are none. */
  readonly images: Tensor<"uint8"> | undefined;
  /** What they show. */
  readonly labels: readonly number[];
  /** What they were taken for. */
  readonly predictions: readonly number[];
  /** Where they are in the set. */
  readonly positions: readonly number[];
}

/**
 * The mistakes of a network.
 *
 * @param most how many to give
 */
export function mistakesIn({ images, labels }: LabelledImages, predicted: Predictions, most: number): Mistakes {
  const all = [...predicted.digits.keys()].filter((i) => predicted.digits[i] !== labels.get(i));
  const positions = all.sort((a, b) => predicted.confidence[b] - predicted.confidence[a]).slice(0, most);
  return {
    count: all.length,
    images: positions.length === 0 ? undefined : pick(images, positions),
    labels: positions.map((i) => labels.get(i)),
    predictions: positions.map((i) => predicted.digits[i]),
    positions,
  };
}

/** The images at these positions. */
export function pick(images: Tensor<"uint8">, positions: readonly number[]): Tensor<"uint8"> {
  return stack(positions.map((i) => images.select(0, i)));
}
