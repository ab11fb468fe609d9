import { adamStep } from "@rushlight/tensor";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { checkDecays, decayBeside } from "../weightDecay.ts";
import { type AdamConfig, type AdamState, adamRules } from "./AdamConfig.ts";

/** Adam. */
export const adamMethod: FirstOrderMethod<AdamConfig, AdamState> = {
  name: "adam",
  rules: adamRules,
  layout: { t: "count", m: "vector", v: "vector" },
  begin: () => ({}),
  steps: ({ t = 0 }) => t,
  checkTogether: checkDecays,
  update(x, gradient, config, state) {
    const { learningRate = 1e-3, learningRateDecay = 0 } = config;
    const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0 } = config;
    const { t = 0 } = state;
    const rate = learningRate / (1 + t * learningRateDecay);
    state.m ??= kept(x);
    state.v ??= kept(x);
    const corrected = (rate * Math.sqrt(1 - beta2 ** (t + 1))) / (1 - beta1 ** (t + 1));
    decayBeside(x, rate, config);
    adamStep("adam", x, gradient, state.m, state.v, { rate: corrected, beta1, beta2, epsilon, weightDecay });
    state.t = t + 1;
  },
};
