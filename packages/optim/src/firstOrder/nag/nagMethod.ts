import { valueAt } from "../../schedules/Schedule.ts";
import { scratch } from "../../state/scratch.ts";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { checkDecays, decayBeside } from "../weightDecay.ts";
import { type NagConfig, type NagState, nagRules } from "./NagConfig.ts";

/** Nesterov's accelerated gradient. */
export const nagMethod: FirstOrderMethod<NagConfig, NagState> = {
  name: "nag",
  rules: nagRules,
  layout: { evalCounter: "number", dfdx: "vector" },
  begin: () => ({}),
  checkTogether: checkDecays,
  lookAhead(x, { momentum = 0.9 }, { dfdx }) {
    if (dfdx !== undefined) x.add(momentum, dfdx);
  },
  update(x, gradient, config, state) {
    const { learningRateDecay = 0, weightDecay = 0, momentum = 0.9, learningRates } = config;
    const { evalCounter = 0 } = state;
    const full = valueAt("nag", "learningRate", config.learningRate ?? 1e-3, evalCounter);
    const rate = full / (1 + evalCounter * learningRateDecay);
    const step = scratch(state, "step", x).copy(gradient);
    if (weightDecay !== 0) step.add(weightDecay, x);
    if (learningRates !== undefined) step.cmul(learningRates);
    state.dfdx ??= kept(x);
    state.dfdx.mul(momentum).add(-rate, step);
    decayBeside(x, rate, config);
    x.add(-rate, step);
    state.evalCounter = evalCounter + 1;
  },
};
