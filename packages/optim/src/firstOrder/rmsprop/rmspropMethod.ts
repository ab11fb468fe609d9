import { rmspropStep } from "@rushlight/tensor";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { checkDecays, decayBeside } from "../weightDecay.ts";
import { type RmspropConfig, type RmspropState, rmspropRules } from "./RmspropConfig.ts";

/** RMSprop. */
export const rmspropMethod: FirstOrderMethod<RmspropConfig, RmspropState> = {
  name: "rmsprop",
  rules: rmspropRules,
  layout: { t: "count", m: "vector" },
  begin: () => ({}),
  steps: ({ t = 0 }) => t,
  checkTogether: checkDecays,
  update(x, gradient, config, state) {
    const { learningRate: rate = 1e-2, alpha = 0.99, epsilon = 1e-8, initialMean = 0, weightDecay = 0 } = config;
    const { t = 0 } = state;
    state.m ??= kept(x, initialMean);
    decayBeside(x, rate, config);
    rmspropStep("rmsprop", x, gradient, state.m, { rate, alpha, epsilon, weightDecay });
    state.t = t + 1;
  },
};
