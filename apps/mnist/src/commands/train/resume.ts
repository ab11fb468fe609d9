import { OptionError } from "@rushlight/command-line";
import { DataError } from "@rushlight/data";
import type { Checkpoint } from "../../checkpoint/Checkpoint.ts";
import type { TrainingSettings } from "../../checkpoint/TrainingSettings.ts";
import type { GivenOptions, TrainOptions } from "./TrainOptions.ts";

/** The options that decide what a training comes to: the checkpoint has them. */
const decided: readonly (keyof TrainOptions)[] = [
  "model",
  "hidden",
  "activation",
  "batchSize",
  "optimizer",
  "rate",
  "momentum",
  "weightDecay",
  "schedule",
  "warmUp",
  "validation",
  "patience",
  "augment",
  "seed",
];

/**
 * What a resumed training goes on with: what it began with, for more epochs when the user wants them.
 *
 * @throws OptionError for options that would make it another training
 */
export function resumedSettings(
  { settings, trainer }: Checkpoint,
  options: TrainOptions,
  given: GivenOptions,
): TrainingSettings {
  const other = decided.find((name) => given(name));
  if (other !== undefined) {
    const flag = other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new OptionError(`--${flag} does not go with --resume: the training goes on with what it began with`);
  }
  if (given("workers") && !settings.sliced) {
    throw new OptionError("--workers: the training began without workers, whose figures differ in the last digits");
  }
  const { epochs } = trainer.progress;
  if (given("epochs") && options.epochs < epochs) {
    throw new OptionError(
      `--epochs ${options.epochs}: expected at least the ${epochs} that the training has gone through`,
    );
  }
  return { ...settings, epochs: given("epochs") ? options.epochs : settings.epochs };
}

/** @throws DataError when the digits are others than those that the training began with */
export function checkFingerprint(checkpoint: Checkpoint, path: string, fingerprint: string): void {
  if (checkpoint.fingerprint === fingerprint) return;
  throw new DataError(`${path}: expected the digits that the training began with, got others`);
}
