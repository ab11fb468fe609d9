import { scratch } from "../../state/scratch.ts";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { checkDecays } from "../weightDecay.ts";
import { type NagConfig, type NagState, nagRules } from "./NagConfig.ts";

/** Nesterov's accelerated gradient. */
export const nagMethod: FirstOrderMethod<NagConfig, NagState> = {
  name: "nag",
  rules: nagRules,
  layout: { evalCounter: "count", dfdx: "vector" },
  begin: () => ({}),
  steps: ({ evalCounter = 0 }) => evalCounter,
  checkTogether: checkDecays,
  lookAhead(x, { momentum = 0.9 }, { dfdx }) {
    if (dfdx !== undefined) x.add(momentum, dfdx);
  },
  update(x, gradient, config, state) {
    const { learningRate = 1e-3, learningRateDecay = 0, momentum = 0.9, learningRates } = config;
    const { weightDecay = 0, decoupledWeightDecay = 0 } = config;
    const { evalCounter = 0 } = state;
    const rate = learningRate / (1 + evalCounter * learningRateDecay);
    const step = scratch(state, "step", x).copy(gradient);
    if (weightDecay !== 0) step.add(weightDecay, x);
    if (learningRates !== undefined) step.cmul(learningRates);
    state.dfdx ??= kept(x);
    state.dfdx.mul(momentum).add(-rate, step);
    if (decoupledWeightDecay !== 0) {
      if (learningRates === undefined) step.add(decoupledWeightDecay, x);
      else step.addcmul(decoupledWeightDecay, learningRates, x);
    }
    x.add(-rate, step);
    state.evalCounter = evalCounter + 1;
  },
};
