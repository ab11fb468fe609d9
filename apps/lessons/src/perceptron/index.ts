import { loadMnist } from "@rushlight/data/node";
import type { Lesson } from "../lesson/Lesson.ts";
import { byHand } from "./byHand.ts";
import { network } from "./network.ts";
import { training } from "./training.ts";

/** Lesson B. */
export const perceptron: Lesson = {
  letter: "b",
  name: "perceptron",
  title: "Multilayer perceptron",
  about:
    "two layers by hand with nothing but tensors, then the same with modules, and a first training on digits",
  dtype: "float32",
  async run(page) {
    await byHand(page);
    const { train } = loadMnist();
    await network(page, train);
    await training(page, train);
  },
};
