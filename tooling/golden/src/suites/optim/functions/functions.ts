import type { Fields } from "../../../fixtures/Fields.ts";
import { replayCheckgrad } from "./checkgrad.ts";
import { replayConfusionMatrix } from "./confusionMatrix.ts";
import { replayFista } from "./fista.ts";
import { replayLswolfe } from "./lswolfe.ts";
import { replayPolyinterp } from "./polyinterp.ts";

/** Replays one recorded call of a function, given the problems of its file: gives what is wrong, one line each. */
export type FunctionReplay = (fixture: Fields, problems: Fields) => string[];

/** What is around the optimisers, by Torch7's name. */
export const functions: Readonly<Record<string, FunctionReplay>> = {
  confusionMatrix: replayConfusionMatrix,
  checkgrad: replayCheckgrad,
  fista: replayFista,
  lswolfe: replayLswolfe,
  polyinterp: replayPolyinterp,
};
