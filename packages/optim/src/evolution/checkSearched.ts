import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { checkParameters } from "../evaluation/checks.ts";

/**
 * Checks that parameters can be searched: floats, and at least one.
 *
 * @throws ArgumentError or DTypeError when they can not
 */
export function checkSearched(owner: string, x: Tensor): void {
  checkParameters(owner, x);
  if (x.nElement() === 0) throw new ArgumentError(`${owner}: expected at least one parameter, got none`);
}
