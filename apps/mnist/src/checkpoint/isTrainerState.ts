import type { LossHistoryState } from "../training/LossHistory.ts";
import type { BestEpoch, Progress, TrainerState } from "../training/TrainerState.ts";
import { type Check, count, countFrom1, finite, hasFields, listOf, notNegative, orNull, record } from "./fields.ts";
import type { SavedGenerator } from "./SavedGenerator.ts";

const progress: Readonly<Record<keyof Progress, Check>> = {
  epochs: count,
  batches: count,
  lossSum: finite,
  epochImages: count,
  images: count,
  seconds: notNegative,
  waited: count,
};

const point = { epoch: notNegative, loss: finite };

const history: Readonly<Record<keyof LossHistoryState, Check>> = {
  training: listOf((value) => hasFields(value, point)),
  validation: listOf((value) => hasFields(value, { ...point, accuracy: notNegative })),
  batches: count,
  sum: finite,
  weight: count,
};

const best: Readonly<Record<keyof BestEpoch | "parameters", Check>> = {
  epoch: countFrom1,
  loss: finite,
  parameters: record,
};

/** Its numbers are checked where they are used. */
const generator: Readonly<Record<keyof SavedGenerator, Check>> = {
  initialSeed: finite,
  words: listOf(count),
  used: count,
  pendingNormal: orNull(record),
};

const checks: Readonly<Record<keyof TrainerState, Check>> = {
  progress: (value) => hasFields(value, progress),
  parameters: record,
  optimizer: record,
  plateau: orNull(record),
  history: (value) => hasFields(value, history),
  best: orNull((value) => hasFields(value, best)),
  generator: (value) => hasFields(value, generator),
  epochStart: (value) => hasFields(value, generator),
};

/** Whether something read from a file has the form of the state of a training. */
export function isTrainerState(value: unknown): value is TrainerState {
  return hasFields(value, checks);
}
