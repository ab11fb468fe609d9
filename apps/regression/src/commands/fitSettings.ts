import { OptionError } from "@rushlight/command-line";
import type { Problem } from "../data/Problem.ts";
import { type OptimizerSettings, optimizers } from "../network/optimizers.ts";
import type { FitSettings } from "../training/fitModel.ts";
import type { FitOptions } from "./FitOptions.ts";

/** What to train a network with, where the user does not say. */
interface Defaults {
  readonly epochs: number;
  readonly batchSize: number;
  readonly optimizer: string;
  readonly patience: number;
}

/** The curve is learned as in the course that it comes from: all points in each step. */
export const curveDefaults: Defaults = {
  epochs: 6000,
  batchSize: 200,
  optimizer: "sgd",
  patience: Number.POSITIVE_INFINITY,
};

/** A table is learned until it gets no better. */
export const tableDefaults: Defaults = { epochs: 1000, batchSize: 32, optimizer: "adam", patience: 50 };

/** The options that say something about a table, and nothing about the curve. */
const tableOptions = [
  "target",
  "text",
  "ignore",
  "heldOut",
  "validation",
  "patience",
  "curve",
  "delimiter",
  "encoding",
  "header",
  "missing",
  "decimal",
] as const satisfies readonly (keyof FitOptions)[];

/** @throws OptionError for options that make no sense together */
export function checkFitOptions(options: FitOptions): void {
  if (options.data !== undefined) return;
  const given = tableOptions.find((name) => options[name] !== undefined);
  if (given !== undefined) throw new OptionError(`--${dashed(given)}: expected --data with it, a table to fit`);
}

/** The settings that the user asks for, and usual ones for the rest. */
export function fitSettings(options: FitOptions, { split }: Problem): FitSettings {
  const defaults = options.data === undefined ? curveDefaults : tableDefaults;
  const name = options.optimizer ?? defaults.optimizer;
  const optimizer = optimizers[name];
  const setting = (key: keyof OptimizerSettings): number => {
    const value = options[key];
    const usual = optimizer.usual[key];
    if (value !== undefined && usual === undefined) {
      throw new OptionError(`--${dashed(key)}: expected an optimizer that has one, which ${name} is not`);
    }
    return value ?? usual ?? 0;
  };
  const optimizerSettings = {
    rate: setting("rate"),
    momentum: setting("momentum"),
    weightDecay: setting("weightDecay"),
  };
  if (name === "nag" && optimizerSettings.momentum === 0) {
    throw new OptionError("--momentum: expected a number above 0 for nag, got 0");
  }
  if (split.validation.length === 0 && options.patience !== undefined) {
    throw new OptionError("--patience: expected a --validation above 0, whose loss it looks at");
  }
  return {
    hidden: options.hidden,
    activation: options.activation,
    epochs: options.epochs ?? defaults.epochs,
    batchSize: options.batchSize ?? defaults.batchSize,
    patience: options.patience ?? defaults.patience,
    optimizer,
    optimizerSettings,
    seed: options.seed,
  };
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
