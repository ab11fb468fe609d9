import { OptionError } from "@rushlight/command-line";
import type { RequestedSettings } from "../../checkpoint/TrainingSettings.ts";
import { models } from "../../networks/models.ts";
import { type OptimizerSetting, optimizers, USUAL_BATCH } from "../../optimizing/optimizers.ts";
import type { GivenOptions, TrainOptions } from "./TrainOptions.ts";

/** The options that only some optimisers take. */
const optimizerOptions: readonly (readonly [option: keyof TrainOptions, setting: OptimizerSetting])[] = [
  ["rate", "rate"],
  ["momentum", "momentum"],
  ["weightDecay", "weight-decay"],
  ["schedule", "schedule"],
  ["warmUp", "warm-up"],
];

/**
 * What the user wants to train with.
 *
 * @throws OptionError for options that do not go with one another: none is ignored
 */
export function settingsOf(options: TrainOptions, given: GivenOptions): RequestedSettings {
  const { model, activation, epochs, optimizer, validation, patience, seed, workers } = options;
  const usual = models[model];
  const kind = optimizers[optimizer];
  if (usual.hidden.length === 0) {
    if (given("hidden")) throw new OptionError(`--hidden: a ${model} model has no hidden layers`);
    if (given("activation")) throw new OptionError(`--activation: a ${model} model has no hidden layers`);
  }
  for (const [option, setting] of optimizerOptions) {
    if (given(option) && !kind.takes.includes(setting)) {
      const taken = kind.takes.map((name) => `--${name}`).join(", ");
      throw new OptionError(`--${setting}: ${optimizer} takes ${taken === "" ? "no settings" : `only ${taken}`}`);
    }
  }
  const schedule = kind.takes.includes("schedule") ? (options.schedule ?? "cosine") : "constant";
  if (validation === 0 && schedule === "plateau") {
    throw new OptionError("--schedule plateau: expected digits to judge by, got --validation 0");
  }
  if (validation === 0 && patience !== undefined) {
    throw new OptionError("--patience: expected digits to judge by, got --validation 0");
  }
  if (optimizer === "nag" && options.momentum === 0) {
    throw new OptionError("--momentum: expected more than 0 for nag, which is sgd without it, got 0");
  }
  if (workers !== undefined && kind.searches === true) {
    throw new OptionError(`--workers: ${optimizer} evaluates a batch several times, which workers can not do for it`);
  }
  return {
    network: { model, hidden: options.hidden ?? usual.hidden, activation },
    epochs,
    batchSize: options.batchSize ?? kind.batchSize ?? USUAL_BATCH,
    optimizer,
    rate: options.rate ?? kind.rate ?? usual.rate,
    momentum: kind.takes.includes("momentum") ? (options.momentum ?? kind.momentum ?? usual.momentum) : 0,
    weightDecay: options.weightDecay ?? kind.weightDecay ?? 0,
    schedule,
    warmUp: options.warmUp ?? 0,
    validation: validation ?? null,
    patience: patience ?? null,
    augment: options.augment ?? usual.augment,
    sliced: workers !== undefined,
    seed,
  };
}
