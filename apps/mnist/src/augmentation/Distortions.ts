import { ArgumentError, checkOptions } from "@rushlight/tensor";

/** How far a distorted digit may differ from the original. Each amount is drawn evenly from its range. */
export interface Distortions {
  /** Turned by at most this many degrees, either way. Default: 12. */
  readonly rotation?: number;
  /** Made larger or smaller by at most this factor: from 1 − scale to 1 + scale. Default: 0.15. */
  readonly scale?: number;
  /** Slanted: a pixel moves sideways by at most this share of its height above the middle. Default: 0.2. */
  readonly shear?: number;
  /** Moved by at most this many pixels, in each direction. Default: 2. */
  readonly shift?: number;
  /** The strokes become thicker or thinner, by at most this many pixels on each side. Default: 0.4. */
  readonly thickness?: number;
}

const defaults: Required<Distortions> = { rotation: 12, scale: 0.15, shear: 0.2, shift: 2, thickness: 0.4 };

const limits: Required<Distortions> = { rotation: 180, scale: 0.9, shear: 1, shift: 28, thickness: 1 };

/**
 * All ranges, with the defaults where none is given.
 *
 * @throws ArgumentError when a range is not a number, below 0 or far too large
 */
export function checkDistortions(owner: string, distortions: Distortions): Required<Distortions> {
  checkOptions(owner, distortions, Object.keys(defaults));
  const complete = { ...defaults, ...distortions };
  for (const name of ["rotation", "scale", "shear", "shift", "thickness"] as const) {
    const range = complete[name];
    if (range >= 0 && range <= limits[name]) continue;
    throw new ArgumentError(`${owner}: expected ${name} from 0 to ${limits[name]}, got ${String(range)}`);
  }
  return complete;
}
