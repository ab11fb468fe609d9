import type { MnistImage } from "../../images/toMnist.ts";

/** What a network makes of a picture. */
export interface Reading {
  /** The file that the picture is in. */
  readonly path: string;
  /** The picture as the network sees it. */
  readonly seen: MnistImage;
  /** The likeliest digit. */
  readonly digit: number;
  /** The probability of each digit, from 0 to 1. */
  readonly probabilities: readonly number[];
  /** How much each pixel speaks for the digit: the gradient of its log-probability, `[28][28]`. */
  readonly evidence: Float32Array;
}
