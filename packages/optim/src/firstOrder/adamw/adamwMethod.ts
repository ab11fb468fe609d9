import type { AdamState } from "../adam/AdamConfig.ts";
import { adamMethod } from "../adam/adamMethod.ts";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { type AdamWConfig, adamwRules } from "./AdamWConfig.ts";

/** Adam with decay beside its steps. */
export const adamwMethod: FirstOrderMethod<AdamWConfig, AdamState> = {
  name: "adamw",
  rules: adamwRules,
  layout: adamMethod.layout,
  begin: adamMethod.begin,
  steps: adamMethod.steps,
  update(x, gradient, { weightDecay = 0.01, ...config }, state) {
    adamMethod.update(x, gradient, { ...config, decoupledWeightDecay: weightDecay }, state);
  },
};
