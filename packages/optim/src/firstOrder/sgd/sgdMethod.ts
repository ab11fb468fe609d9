import { ArgumentError, sgdStep, Tensor } from "@rushlight/tensor";
import type { Settled } from "../../schedules/settled.ts";
import { scratch } from "../../state/scratch.ts";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { decayBeside } from "../weightDecay.ts";
import { checkTogether, type SgdConfig, type SgdState, sgdRules } from "./SgdConfig.ts";

/** Stochastic gradient descent on dense gradients. */
export const sgdMethod: FirstOrderMethod<SgdConfig, SgdState> = {
  name: "sgd",
  rules: sgdRules,
  layout: { evalCounter: "count", dfdx: "vector" },
  optional: ["dfdx"],
  begin: () => ({}),
  steps: ({ evalCounter = 0 }) => evalCounter,
  checkTogether,
  update(x, gradient, config, state) {
    const {
      momentum = 0,
      dampening = momentum,
      nesterov = false,
      weightDecay = 0,
      weightDecays,
      learningRates,
      decoupledWeightDecay = 0,
    } = config;
    const steps = state.evalCounter ?? 0;
    const rate = sgdRate(config, steps);
    const first = state.dfdx === undefined;
    if (momentum !== 0) state.dfdx ??= new Tensor(x.size(), { dtype: x.dtype, resident: true });
    const step = { rate, momentum, dampening, nesterov, first };
    if (learningRates === undefined) decayBeside(x, rate, config);
    if ((weightDecays === undefined || weightDecay !== 0) && learningRates === undefined) {
      sgdStep("sgd", x, gradient, state.dfdx, { ...step, weightDecay });
    } else {
      const decayed = scratch(state, "decayed", x).copy(gradient);
      if (weightDecay !== 0) decayed.add(weightDecay, x);
      else if (weightDecays !== undefined) decayed.addcmul(1, weightDecays, x);
      // What is taken off zeros is the whole step, which each parameter then takes its share of.
      const change = scratch(state, "change", x).zero();
      sgdStep("sgd", change, decayed, state.dfdx, step);
      if (learningRates === undefined) x.add(change);
      else {
        change.add(-rate * decoupledWeightDecay, x);
        x.addcmul(1, learningRates, change);
      }
    }
    state.evalCounter = steps + 1;
  },

  updateRows(x, { rows, values }, config, state) {
    checkRowSettings(config);
    const steps = state.evalCounter ?? 0;
    const rate = sgdRate(config, steps);
    if (rows.nElement() > 0) x.indexAdd(0, rows, scratch(state, "change", values).copy(values).mul(-rate));
    state.evalCounter = steps + 1;
  },
};

/** Checks that rows without a gradient stay where they are. */
function checkRowSettings(config: Settled<SgdConfig>): void {
  for (const name of ["momentum", "weightDecay", "weightDecays", "decoupledWeightDecay", "learningRates"] as const) {
    if ((config[name] ?? 0) === 0) continue;
    throw new ArgumentError(`sgd: expected a gradient of the parameters' size for ${name}, got one of rows alone`);
  }
}

/** The rate of a step. */
function sgdRate({ learningRate = 1e-3, learningRateDecay = 0 }: Settled<SgdConfig>, steps: number): number {
  return learningRate / (1 + steps * learningRateDecay);
}
