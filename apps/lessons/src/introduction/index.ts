import { manualSeed, range } from "@rushlight/tensor";
import type { Lesson } from "../lesson/Lesson.ts";
import { commonBugs } from "./commonBugs.ts";
import { criterions } from "./criterions.ts";
import { modules } from "./modules.ts";
import { reshaping } from "./reshaping.ts";
import { simpleLayers } from "./simpleLayers.ts";
import { tables } from "./tables.ts";
import { training } from "./training.ts";
import { transferFunctions } from "./transferFunctions.ts";

/** Lesson A. Sections draw from one generator, which is seeded once: their order matters. */
export const introduction: Lesson = {
  letter: "a",
  name: "introduction",
  title: "Introduction to nn",
  about:
    "modules, containers and criterions, forward and backward, and the bugs that everybody makes once",
  dtype: "float64",
  async run(page) {
    page.say(`Everything in this lesson is float64 and comes from one generator, seeded with 287. Torch7 prints the
      same numbers for the same statements, but for its indices, which begin at 1 where ours begin at 0.`);
    manualSeed(287);
    const x = range(1, 5);
    modules(page, x);
    simpleLayers(page, x);
    transferFunctions(page);
    reshaping(page);
    tables(page);
    criterions(page);
    await training(page);
    commonBugs(page);
  },
};
