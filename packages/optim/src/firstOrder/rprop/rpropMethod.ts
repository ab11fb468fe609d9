import { ArgumentError, rpropStep } from "@rushlight/tensor";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { type RpropConfig, type RpropState, rpropRules } from "./RpropConfig.ts";

/** Resilient backpropagation. */
export const rpropMethod: FirstOrderMethod<RpropConfig, RpropState> = {
  name: "rprop",
  rules: rpropRules,
  layout: { delta: "vector", stepsize: "vector" },
  begin: () => ({}),
  // It has nothing that goes by a schedule.
  steps: () => 0,
  checkTogether(owner, { stepsizemin: least = 1e-6, stepsizemax: most = 50 }) {
    if (least <= most) return;
    throw new ArgumentError(`${owner}: expected a stepsizemin up to stepsizemax, got ${least} and ${most}`);
  },
  update(x, gradient, config, state) {
    const { stepsize = 0.1, etaplus = 1.2, etaminus = 0.5, stepsizemax = 50, stepsizemin = 1e-6 } = config;
    state.delta ??= kept(x);
    state.stepsize ??= kept(x, stepsize);
    const step = { grow: etaplus, shrink: etaminus, least: stepsizemin, most: stepsizemax };
    rpropStep("rprop", x, gradient, state.delta, state.stepsize, step);
  },
};
