import { adamaxStep } from "@rushlight/tensor";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { checkDecays, decayBeside } from "../weightDecay.ts";
import { type AdamaxConfig, type AdamaxState, adamaxRules } from "./AdamaxConfig.ts";

/** Adamax. */
export const adamaxMethod: FirstOrderMethod<AdamaxConfig, AdamaxState> = {
  name: "adamax",
  rules: adamaxRules,
  layout: { t: "count", m: "vector", u: "vector" },
  begin: () => ({}),
  steps: ({ t = 0 }) => t,
  checkTogether: checkDecays,
  update(x, gradient, config, state) {
    const { learningRate = 2e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-38, weightDecay = 0 } = config;
    const { t = 0 } = state;
    state.m ??= kept(x);
    state.u ??= kept(x);
    decayBeside(x, learningRate, config);
    const step = { rate: learningRate / (1 - beta1 ** (t + 1)), beta1, beta2, epsilon, weightDecay };
    adamaxStep("adamax", x, gradient, state.m, state.u, step);
    state.t = t + 1;
  },
};
