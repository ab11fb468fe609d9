import type { Fields } from "../../../fixtures/Fields.ts";
import { replayConfusionMatrix } from "./confusionMatrix.ts";

/** Replays one recorded call of a function, given the problems of its file: gives what is wrong, one line each. */
export type FunctionReplay = (fixture: Fields, problems: Fields) => string[];

/** What is around the optimisers, by Torch7's name. */
export const functions: Readonly<Record<string, FunctionReplay>> = {
  confusionMatrix: replayConfusionMatrix,
};
