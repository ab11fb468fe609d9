import { ArgumentError, type Tensor } from "@rushlight/tensor";

/** The two forms of weight decay. */
export interface WeightDecay {
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** Takes rate·decoupledWeightDecay·θ off the parameters beside the step, as AdamW does; 0 when left out. */
  readonly decoupledWeightDecay?: number;
}

/**
 * Checks that weight decay is part of the gradient or beside it, not both.
 *
 * @throws ArgumentError when it is both
 */
export function checkDecays(owner: string, { weightDecay = 0, decoupledWeightDecay = 0 }: WeightDecay): void {
  if (weightDecay === 0 || decoupledWeightDecay === 0) return;
  throw new ArgumentError(`${owner}: expected weightDecay or decoupledWeightDecay, got both`);
}

/** The decay beside a step of some rate, before the step: θ ← θ − rate·decoupledWeightDecay·θ. */
export function decayBeside(x: Tensor, rate: number, { decoupledWeightDecay = 0 }: WeightDecay): void {
  if (decoupledWeightDecay !== 0) x.mul(1 - rate * decoupledWeightDecay);
}
