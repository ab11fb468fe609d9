import { adagradStep } from "@rushlight/tensor";
import type { FirstOrderMethod } from "../FirstOrderMethod.ts";
import { kept } from "../kept.ts";
import { checkDecays, decayBeside } from "../weightDecay.ts";
import { type AdagradConfig, type AdagradState, adagradRules } from "./AdagradConfig.ts";

/** Keeps the first step of an element finite, as in Torch. */
const EPSILON = 1e-10;

/** Adagrad. */
export const adagradMethod: FirstOrderMethod<AdagradConfig, AdagradState> = {
  name: "adagrad",
  rules: adagradRules,
  layout: { evalCounter: "count", paramVariance: "vector" },
  begin: () => ({}),
  steps: ({ evalCounter = 0 }) => evalCounter,
  checkTogether: checkDecays,
  update(x, gradient, config, state) {
    const { learningRate = 1e-3, learningRateDecay = 0, weightDecay = 0 } = config;
    const { evalCounter = 0 } = state;
    const rate = learningRate / (1 + evalCounter * learningRateDecay);
    state.paramVariance ??= kept(x);
    decayBeside(x, rate, config);
    adagradStep("adagrad", x, gradient, state.paramVariance, { rate, epsilon: EPSILON, weightDecay });
    state.evalCounter = evalCounter + 1;
  },
};
