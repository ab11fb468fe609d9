import {
  ArgumentError,
  checkOptions,
  DTypeError,
  formatSize,
  isFloatDType,
  ShapeError,
  type Tensor,
} from "@rushlight/tensor";

/** Settings of {@link sgd}. */
export interface SgdConfig {
  /** The step length; 1e-3 when left out. */
  readonly learningRate?: number;
  /** The rate falls as learningRate / (1 + steps·learningRateDecay); 0 when left out. */
  readonly learningRateDecay?: number;
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** A weight decay for each parameter, of the parameters' size; instead of `weightDecay`. */
  readonly weightDecays?: Tensor;
  /** How much of the last step's direction stays, from 0 up; 0 when left out. */
  readonly momentum?: number;
  /** How much of the gradient is left out of the direction; equal to `momentum` when left out, as in Torch. */
  readonly dampening?: number;
  /** Whether to look ahead along the direction; needs `momentum` above 0 and `dampening: 0`. False when left out. */
  readonly nesterov?: boolean;
  /** A factor for each parameter's step length, of the parameters' size. */
  readonly learningRates?: Tensor;
}

/** What {@link sgd} remembers from step to step. */
export interface SgdState {
  /** How many steps have been made. */
  evalCounter?: number;
  /** The direction that momentum carries on. */
  dfdx?: Tensor;
  /** Room for the gradient with weight decay added, and for the step, where parameters have decays or rates of their own. */
  direction?: Tensor;
  change?: Tensor;
}

const numbers = ["learningRate", "learningRateDecay", "weightDecay", "momentum", "dampening"] as const;
const vectors = ["weightDecays", "learningRates"] as const;

/**
 * Checks the settings of {@link sgd} against the parameters they are for.
 *
 * @throws ArgumentError for a setting that does not exist, or whose value makes no sense
 * @throws ShapeError or DTypeError for a vector that does not match the parameters
 */
export function checkSgdConfig(config: SgdConfig, parameters: Tensor): void {
  checkOptions("sgd", config, [...numbers, ...vectors, "nesterov"]);
  if (!isFloatDType(parameters.dtype)) {
    throw new DTypeError(`sgd: expected float32 or float64 parameters, got ${parameters.dtype}`);
  }
  for (const name of numbers) {
    const value = config[name];
    const lowest = name === "learningRate" || name === "dampening" ? Number.NEGATIVE_INFINITY : 0;
    if (value !== undefined && (typeof value !== "number" || !(value >= lowest))) {
      throw new ArgumentError(
        `sgd: expected a number${lowest === 0 ? " from 0 up" : ""} as ${name}, got ${String(value)}`,
      );
    }
  }
  for (const name of vectors) {
    const vector = config[name];
    if (vector === undefined) continue;
    if (vector.dtype !== parameters.dtype) {
      throw new DTypeError(`sgd: expected ${name} of ${parameters.dtype}, as the parameters, got ${vector.dtype}`);
    }
    if (!vector.isSameSizeAs(parameters)) {
      throw new ShapeError(
        `sgd: expected ${name} of the parameters' size ${formatSize(parameters.size())}, got ${formatSize(vector.size())}`,
      );
    }
  }
  const momentum = config.momentum ?? 0;
  if (config.nesterov === true && !(momentum > 0 && config.dampening === 0)) {
    throw new ArgumentError(
      `sgd: expected a momentum above 0 and dampening 0 for nesterov, got ${momentum} and ${config.dampening ?? momentum}`,
    );
  }
}
