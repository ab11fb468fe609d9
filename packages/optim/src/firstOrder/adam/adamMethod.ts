import { adamStep } from "@rushlight/tensor";
import { valueAt } from "../../schedules/Schedule.ts";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { checkDecays, decayBeside } from "../weightDecay.ts";
import { type AdamConfig, type AdamState, adamRules } from "./AdamConfig.ts";

/** Adam. */
export const adamMethod: FirstOrderMethod<AdamConfig, AdamState> = {
  name: "adam",
  rules: adamRules,
  layout: { t: "number", m: "vector", v: "vector" },
  begin: () => ({}),
  checkTogether: checkDecays,
  update(x, gradient, config, state) {
    const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0, learningRateDecay = 0 } = config;
    const { t = 0 } = state;
    const rate = valueAt("adam", "learningRate", config.learningRate ?? 1e-3, t) / (1 + t * learningRateDecay);
    state.m ??= kept(x);
    state.v ??= kept(x);
    const corrected = (rate * Math.sqrt(1 - beta2 ** (t + 1))) / (1 - beta1 ** (t + 1));
    decayBeside(x, rate, config);
    adamStep("adam", x, gradient, state.m, state.v, { rate: corrected, beta1, beta2, epsilon, weightDecay });
    state.t = t + 1;
  },
};
