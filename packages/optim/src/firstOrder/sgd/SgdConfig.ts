import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { type Schedule, scheduled } from "../../schedules/Schedule.ts";
import type { Rules } from "../../settings/Rule.ts";
import { finite, flag, likeParameters, nonNegative } from "../../settings/rules.ts";
import { checkDecays } from "../weightDecay.ts";

/** Settings of {@link sgd}. */
export interface SgdConfig {
  /** The step length; 1e-3 when left out. */
  readonly learningRate?: number | Schedule;
  /** The rate falls as learningRate / (1 + steps·learningRateDecay); 0 when left out. */
  readonly learningRateDecay?: number;
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** A weight decay for each parameter, of the parameters' size; not looked at where `weightDecay` is not 0, as in Torch. */
  readonly weightDecays?: Tensor;
  /** Takes rate·decoupledWeightDecay·θ off the parameters beside the step (SGDW); 0 when left out. */
  readonly decoupledWeightDecay?: number;
  /** How much of the last step's direction stays, from 0 up; 0 when left out. */
  readonly momentum?: number | Schedule;
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
}

/** What the settings of {@link sgd} may be. */
export const sgdRules: Rules<SgdConfig> = {
  learningRate: scheduled,
  learningRateDecay: nonNegative,
  weightDecay: nonNegative,
  weightDecays: likeParameters,
  decoupledWeightDecay: nonNegative,
  momentum: (owner, name, value) => {
    const rule = typeof value === "number" ? nonNegative : scheduled;
    rule(owner, name, value);
  },
  dampening: finite,
  nesterov: flag,
  learningRates: likeParameters,
};

/**
 * Checks that weight decay comes in one form, and that Nesterov's look-ahead has the momentum that it needs.
 *
 * @throws ArgumentError when it is not so
 */
export function checkTogether(owner: string, config: SgdConfig): void {
  const { nesterov = false, momentum = 0, dampening, weightDecays } = config;
  checkDecays(owner, config);
  if (weightDecays !== undefined && (config.decoupledWeightDecay ?? 0) !== 0) {
    throw new ArgumentError(`${owner}: expected weightDecays or decoupledWeightDecay, got both`);
  }
  if (!nesterov || (momentum !== 0 && dampening === 0)) return;
  const shown = typeof momentum === "number" ? momentum : "a schedule";
  throw new ArgumentError(
    `${owner}: expected a momentum above 0 and dampening 0 for nesterov, got ${shown} and ${dampening ?? shown}`,
  );
}
