import { ArgumentError, checkOptions, DTypeError, isFloatDType, isTensor, shown, type Tensor } from "@rushlight/tensor";

/** Options of {@link clipNorm}. */
export interface ClipNormOptions {
  /** The p of the p-norm, from 1 up; 2 when left out. Infinity takes the largest magnitude. */
  readonly p?: number;
}

/**
 * Shortens a gradient whose norm is above a limit: g ← g·limit/‖g‖ₚ. Changes it in place.
 *
 * @returns the norm before, to look at
 * @throws ArgumentError for a limit that is not above 0, a p below 1, or a gradient whose norm is not finite, which stays as
 *   it is then
 * @example
 * ```ts
 * import { clipNorm } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const gradient = tensor([3, 4]);
 * console.log(clipNorm(gradient, 1)); // 5
 * console.log(clipNorm(gradient, 10).toFixed(4)); // 1.0000
 * ```
 */
export function clipNorm(gradient: Tensor, limit: number, options: ClipNormOptions = {}): number {
  checkOptions("clipNorm", options, ["p"]);
  const { p = 2 } = options;
  checkClipped("clipNorm", gradient, limit);
  if (!(p >= 1)) throw new ArgumentError(`clipNorm: expected a p from 1 up, got ${p}`);
  const norm = gradient.nElement() === 0 ? 0 : gradient.norm(p);
  if (!Number.isFinite(norm)) throw new ArgumentError(`clipNorm: expected a gradient of finite norm, got ${norm}`);
  if (norm > limit) gradient.mul(limit / norm);
  return norm;
}

/**
 * Limits every element of a gradient: g ← min(max(g, −limit), limit). Changes it in place.
 *
 * @returns the gradient
 * @throws ArgumentError for a limit that is not above 0
 * @example
 * ```ts
 * import { clipValue } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(clipValue(tensor([3, -0.5, -4]), 1).toArray()); // [ 1, -0.5, -1 ]
 * ```
 */
export function clipValue(gradient: Tensor, limit: number): Tensor {
  checkClipped("clipValue", gradient, limit);
  return gradient.clamp(-limit, limit);
}

function checkClipped(owner: string, gradient: Tensor, limit: number): void {
  if (!isTensor(gradient)) throw new ArgumentError(`${owner}: expected a tensor as gradient, got ${shown(gradient)}`);
  if (!(limit > 0)) throw new ArgumentError(`${owner}: expected a limit above 0, got ${limit}`);
  if (!isFloatDType(gradient.dtype)) {
    throw new DTypeError(`${owner}: expected a float32 or float64 gradient, got ${gradient.dtype}`);
  }
}
