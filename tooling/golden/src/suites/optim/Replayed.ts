import type { Tensor } from "@rushlight/tensor";

/** A call of an optimiser, replayed. */
export interface Replayed {
  /** Where it ended. */
  readonly point: Tensor;
  /** The losses that it gave. */
  readonly losses: readonly number[];
  /** Torch7's third result. */
  readonly third: unknown;
  /** How often the function was evaluated until its end. */
  readonly evaluations: number;
}
