import { sgdStep } from "@rushlight/tensor";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { type AsgdConfig, type AsgdState, asgdRules } from "./AsgdConfig.ts";

/** Averaged stochastic gradient descent. */
export const asgdMethod: FirstOrderMethod<AsgdConfig, AsgdState> = {
  name: "asgd",
  rules: asgdRules,
  layout: { t: "count", etaT: "number", muT: "number", ax: "vector" },
  begin: () => ({}),
  steps: ({ t = 0 }) => t,
  update(x, gradient, { eta0 = 1e-4, lambda = 1e-4, alpha = 0.75, t0 = 1e6 }, state) {
    const { t = 0, etaT = eta0, muT = 1 } = state;
    state.ax ??= kept(x);
    sgdStep("asgd", x, gradient, undefined, { rate: etaT, weightDecay: lambda });
    if (muT === 1) state.ax.copy(x);
    else state.ax.lerp(x, muT);
    state.t = t + 1;
    state.etaT = eta0 / (1 + lambda * eta0 * state.t) ** alpha;
    state.muT = 1 / Math.max(1, state.t - t0);
  },
};
