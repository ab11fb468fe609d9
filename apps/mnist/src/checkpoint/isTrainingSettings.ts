import { isNetworkDescription } from "../networks/NetworkDescription.ts";
import { OPTIMIZERS } from "../optimizing/optimizers.ts";
import { SCHEDULES } from "../optimizing/schedules.ts";
import { type Check, count, countFrom1, flag, hasFields, notNegative, orNull } from "./fields.ts";
import type { TrainingSettings } from "./TrainingSettings.ts";

const checks: Readonly<Record<keyof TrainingSettings, Check>> = {
  network: isNetworkDescription,
  epochs: countFrom1,
  batchSize: countFrom1,
  optimizer: (value) => OPTIMIZERS.some((name) => name === value),
  rate: notNegative,
  momentum: notNegative,
  weightDecay: notNegative,
  schedule: (value) => SCHEDULES.some((name) => name === value),
  warmUp: count,
  validation: count,
  patience: orNull(countFrom1),
  augment: flag,
  sliced: flag,
  seed: count,
};

/** Whether something read from a file is what a network is trained with. */
export function isTrainingSettings(value: unknown): value is TrainingSettings {
  return hasFields(value, checks);
}
