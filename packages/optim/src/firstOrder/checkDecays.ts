import { ArgumentError } from "@rushlight/tensor";

/**
 * Checks that weight decay is part of the gradient or beside it, not both.
 *
 * @throws ArgumentError when it is both
 */
export function checkDecays(
  owner: string,
  { weightDecay = 0, decoupledWeightDecay = 0 }: { weightDecay?: number; decoupledWeightDecay?: number },
): void {
  if (weightDecay === 0 || decoupledWeightDecay === 0) return;
  throw new ArgumentError(`${owner}: expected weightDecay or decoupledWeightDecay, got both`);
}
