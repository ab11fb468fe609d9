import { type Breather, OptionError } from "@rushlight/command-line";
import { DataLoader, SubsetRandomSampler, SubsetSampler, type TensorDataset } from "@rushlight/data";
import type * as nn from "@rushlight/nn";
import { AugmentedDigits } from "../augmentation/AugmentedDigits.ts";
import type { TrainingSettings } from "../checkpoint/TrainingSettings.ts";
import { split } from "../digits/split.ts";
import { optimizers } from "../optimizing/optimizers.ts";
import { learningRate } from "../optimizing/schedules.ts";
import type { Learner } from "./Learner.ts";
import { Trainer, type TrainingObserver } from "./Trainer.ts";

/** How many digits a network is shown at a time when it does not learn. */
export const EVALUATION_BATCH = 1000;

/** What a training needs beside its settings. */
export interface TrainingMeans {
  readonly network: nn.Sequential;
  readonly learner: Learner;
  /** All digits to train with, those that are held back included. */
  readonly digits: TensorDataset<"float32", "int32">;
  readonly saveEvery: number | undefined;
  readonly signal: AbortSignal;
  readonly breather: Breather;
  readonly observer: TrainingObserver;
}

/**
 * A training as its settings say, at its start.
 *
 * @throws OptionError or DataError for settings that do not fit the number of digits, or of parameters
 */
export function trainingOf(settings: TrainingSettings, means: TrainingMeans): Trainer {
  const { network, learner, digits, saveEvery, signal, breather, observer } = means;
  const { train, validation } = split(digits.length, settings.validation, settings.seed);
  const { batchSize, epochs, patience, momentum, weightDecay } = settings;
  const dataset = settings.augment ? new AugmentedDigits(digits) : digits;
  const trainLoader = new DataLoader({ dataset, batchSize, sampler: new SubsetRandomSampler(train) });
  const validationLoader =
    validation.length === 0
      ? undefined
      : new DataLoader({ dataset: digits, batchSize: EVALUATION_BATCH, sampler: new SubsetSampler(validation) });
  const steps = epochs * trainLoader.length;
  if (settings.warmUp >= steps) {
    throw new OptionError(`--warm-up ${settings.warmUp}: expected fewer than the ${steps} steps of the training`);
  }
  const { rate, plateau } = learningRate({ ...settings, steps });
  const optimizer = optimizers[settings.optimizer].create(learner.parameters, { rate, momentum, weightDecay });
  return new Trainer({
    ...{ network, learner, optimizer, plateau, trainLoader, validationLoader },
    ...{ epochs, patience: patience ?? undefined, saveEvery, signal, breather, observer },
  });
}
