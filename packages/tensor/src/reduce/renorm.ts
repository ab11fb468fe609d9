import { checkNumber, floatOnly } from "../elementwise/check.ts";
import { mapInto } from "../elementwise/elementwise.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { checkDimension } from "../shape/dimension.ts";
import { formatSize } from "../shape/size.ts";
import { normAll } from "./norm.ts";
import { Slice } from "./Slice.ts";

/** What Torch adds to a norm that it divides by. */
const MARGIN = 1e-7;

/**
 * Scales every slice of a dimension whose p-norm is above `maxNorm` by maxNorm / (norm + 10⁻⁷), in place.
 *
 * @throws ArgumentError, ShapeError, IndexError or DTypeError as {@link checkRenorm}
 * @throws ShapeError when elements of x coincide
 */
export function renormInto(name: string, x: StridedElements, p: number, dimension: number, maxNorm: number): void {
  const d = checkRenorm(name, x, p, dimension, maxNorm);
  checkDestination(name, x);
  const slice = new Slice(x, d);
  for (let i = 0; i < x.size()[d]; i++) {
    slice.index = i;
    const norm = normAll(name, slice, p);
    if (norm > maxNorm) mapInto(name, "mulScalar", slice, slice, maxNorm / (norm + MARGIN));
  }
}

/**
 * Checks the arguments of {@link renormInto}.
 *
 * @returns the dimension, counted from the start
 * @throws ArgumentError unless p is above 0 and `maxNorm` from 0 up
 * @throws DTypeError for an integer tensor
 * @throws ShapeError for fewer than 2 dimensions
 * @throws IndexError for a dimension that is not there
 */
export function checkRenorm(name: string, x: StridedElements, p: number, dimension: number, maxNorm: number): number {
  checkNumber(name, p);
  checkNumber(name, maxNorm);
  if (!(p > 0)) throw new ArgumentError(`${name}: expected a power above 0, got ${p}`);
  if (!(maxNorm >= 0)) throw new ArgumentError(`${name}: expected a largest norm of 0 or more, got ${maxNorm}`);
  if (!hasFloats(x)) throw floatOnly(name, x);
  if (x.size().length < 2) {
    throw new ShapeError(`${name}: expected at least 2 dimensions, got size ${formatSize(x.size())}`);
  }
  return checkDimension(name, dimension, x.size().length);
}
