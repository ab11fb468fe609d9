import { adadeltaStep } from "@rushlight/tensor";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { type AdadeltaConfig, type AdadeltaState, adadeltaRules } from "./AdadeltaConfig.ts";

/** Adadelta. */
export const adadeltaMethod: FirstOrderMethod<AdadeltaConfig, AdadeltaState> = {
  name: "adadelta",
  rules: adadeltaRules,
  layout: { evalCounter: "count", paramVariance: "vector", accDelta: "vector" },
  begin: () => ({}),
  steps: ({ evalCounter = 0 }) => evalCounter,
  update(x, gradient, { rho = 0.9, eps: epsilon = 1e-6, weightDecay = 0 }, state) {
    state.paramVariance ??= kept(x);
    state.accDelta ??= kept(x);
    adadeltaStep("adadelta", x, gradient, state.paramVariance, state.accDelta, { rho, epsilon, weightDecay });
    state.evalCounter = (state.evalCounter ?? 0) + 1;
  },
};
