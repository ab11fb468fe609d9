import type { AnyCriterion } from "@rushlight/module";
import { ArgumentError, formatSize, ShapeError, type Tensor } from "@rushlight/tensor";

/**
 * Checks that a part of a batch has its samples along the first of some dimensions: with fewer there would be one sample,
 * and no parts.
 *
 * @param dimensions how many an input with samples has
 * @param expected its sizes, as messages write them
 * @throws ShapeError naming the criterion
 */
export function checkSamples(criterion: AnyCriterion, input: Tensor, dimensions: number, expected: string): void {
  if (input.dim() >= dimensions) return;
  throw new ShapeError(
    `${criterion.constructor.name}: expected parts ${expected} of a batch, got ${formatSize(input.size())}, which is one sample`,
  );
}

/** The error for a criterion whose loss of a batch does not follow from those of its parts. */
export function noParts(criterion: AnyCriterion, reason: string): ArgumentError {
  return new ArgumentError(
    `${criterion.constructor.name}: expected a batch that is whole, got a part of one; ${reason}`,
  );
}
