import { OptionError, saveFiles } from "@rushlight/command-line";
import { DataLoader, RandomSampler, SubsetSampler } from "@rushlight/data";
import { loadMnist } from "@rushlight/data/node";
import * as nn from "@rushlight/nn";
import { manualSeed } from "@rushlight/tensor";
import { digitDataset } from "../../digits/digits.ts";
import { loadModel } from "../../model/SavedModel.ts";
import type { ActivationName } from "../../networks/activations.ts";
import { buildNetwork } from "../../networks/buildNetwork.ts";
import { type ModelName, models } from "../../networks/models.ts";
import type { NetworkDescription } from "../../networks/NetworkDescription.ts";
import type { CommandContext } from "../CommandContext.ts";
import { gradientsPage } from "./gradientsPage.ts";
import { gradientsText } from "./gradientsText.ts";

/** The options of `mnist gradients`. */
export interface GradientsOptions {
  readonly from?: string | undefined;
  readonly model: ModelName;
  readonly hidden?: readonly number[] | undefined;
  readonly activation: ActivationName;
  readonly batchSize: number;
  readonly rate: number;
  readonly seed: number;
  readonly data?: string | undefined;
  readonly out: string;
  readonly json?: true | undefined;
}

/** The options that describe a new network. */
const ofNetwork = ["model", "hidden", "activation"] as const;

/**
 * Takes one batch through a network and back, and prints what became of it in every layer.
 *
 * @param given whether an option was given on the command line
 * @throws DataError, OptionError or OutputError
 */
export async function gradients(
  options: GradientsOptions,
  given: (name: keyof GradientsOptions) => boolean,
  { terminal }: CommandContext,
): Promise<void> {
  manualSeed(options.seed);
  const { description, network } = networkFor(options, given);
  network.training();
  // Whether any gradient arrives at the pixels is what one wants to see here.
  network.get(0).needsGradInput = true;
  const { input, target } = batchOf(options, models[description.model].input);
  const { rate } = options;
  const step = (): void => network.updateParameters(rate);
  const trace = nn.trace(network, new nn.ClassNLLCriterion(), input, target, { step });
  const subject = options.from ?? `a new ${description.model}`;
  const files = saveFiles(options.out, { "gradients.html": await gradientsPage(trace, { ...options, subject }) });
  const result = { ...trace, files };
  const text = `${gradientsText(trace, { ...options, subject })}\n\nreport  ${files["gradients.html"]}`;
  terminal.stdout.write(`${options.json === true ? JSON.stringify(result) : text}\n`);
}

function networkFor(
  options: GradientsOptions,
  given: (name: keyof GradientsOptions) => boolean,
): { readonly description: NetworkDescription; readonly network: nn.Sequential } {
  const { from, model, hidden = models[model].hidden, activation } = options;
  if (from !== undefined) {
    const other = ofNetwork.find(given);
    if (other !== undefined) throw new OptionError(`--${other} does not go with --from: the file says what it is`);
    return loadModel(from);
  }
  if (model === "logistic" && (given("hidden") || given("activation"))) {
    throw new OptionError("a logistic model has no hidden layers: --hidden and --activation do not go with it");
  }
  const description = { model, hidden, activation };
  return { description, network: buildNetwork(description) };
}

/** Digits to train with, chosen at random. */
function batchOf(
  { data, batchSize, seed }: GradientsOptions,
  size: readonly number[],
): { readonly input: nn.InputOf<nn.Linear>; readonly target: nn.InputOf<nn.Linear> } {
  const { train } = loadMnist(data === undefined ? {} : { folder: data });
  const dataset = digitDataset(train, size);
  const indices = [...new RandomSampler(dataset.length, { seed })].slice(0, batchSize);
  const [batch] = new DataLoader({ dataset, batchSize: indices.length, sampler: new SubsetSampler(indices) });
  return batch;
}
