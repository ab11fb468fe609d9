import type { Lesson } from "../lesson/Lesson.ts";
import { chainRule } from "./chainRule.ts";
import { crossEntropy } from "./crossEntropy.ts";
import { namedLayers } from "./namedLayers.ts";
import { regression } from "./regression.ts";

/** Lesson E. */
export const backpropagation: Lesson = {
  letter: "e",
  name: "backpropagation",
  title: "Backpropagation",
  about:
    "the chain rule, module by module, gradients and their shapes, and a curve that a network fits",
  dtype: "float64",
  async run(page) {
    await chainRule(page);
    namedLayers(page);
    await regression(page);
    crossEntropy(page);
  },
};
