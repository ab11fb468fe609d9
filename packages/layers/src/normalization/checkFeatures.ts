import { ArgumentError } from "@rushlight/tensor";

/**
 * Checks the arguments that normalisations with statistics have in common.
 *
 * @throws ArgumentError unless the number of features is a whole number from 1 and eps at least 0
 */
export function checkFeatures(name: string, features: number, eps: number): void {
  if (!Number.isInteger(features) || features < 1) {
    throw new ArgumentError(`${name}: expected 1 or more features, got ${String(features)}`);
  }
  if (!(eps >= 0)) throw new ArgumentError(`${name}: expected an eps of 0 or more, got ${String(eps)}`);
}
