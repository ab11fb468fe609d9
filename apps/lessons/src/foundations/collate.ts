import { Tensor } from "@rushlight/tensor";
import type { Digit } from "./Digits.ts";

/** Samples side by side. */
export interface DigitBatch {
  /** `[n, 784]`, from 0 to 1. */
  readonly input: Tensor<"float32">;
  /** `[n]` */
  readonly target: Tensor<"int32">;
  /** n */
  readonly size: number;
}

/** Makes a batch of samples: one row for each. */
export function collate(samples: readonly Digit[]): DigitBatch {
  const size = samples.length;
  const input = new Tensor([size, 784], { dtype: "float32" });
  const target = new Tensor([size], { dtype: "int32" });
  for (const [row, sample] of samples.entries()) {
    input.select(0, row).copy(sample.input);
    target.data[row] = sample.target;
  }
  return { input: input.div(255), target, size };
}
