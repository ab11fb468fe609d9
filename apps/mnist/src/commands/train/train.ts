import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Breather, makeFolder, saveFile, saveFiles } from "@rushlight/command-line";
import { machineThreads, type ThreadOptions, threadsFor } from "@rushlight/command-line/threads";
import { DataLoader } from "@rushlight/data";
import { loadMnist } from "@rushlight/data/node";
import type * as nn from "@rushlight/nn";
import { manualSeed } from "@rushlight/tensor";
import {
  CHECKPOINT,
  type Checkpoint,
  encodeCheckpoint,
  loadCheckpoint,
  readCheckpoint,
} from "../../checkpoint/Checkpoint.ts";
import type { RequestedSettings, TrainingSettings } from "../../checkpoint/TrainingSettings.ts";
import { digitDataset } from "../../digits/digits.ts";
import { fingerprint } from "../../digits/fingerprint.ts";
import { predictions } from "../../digits/predictions.ts";
import { usualValidation } from "../../digits/split.ts";
import { encodeNpy } from "../../model/npy.ts";
import { encodeModel } from "../../model/SavedModel.ts";
import { buildNetwork } from "../../networks/buildNetwork.ts";
import { models } from "../../networks/models.ts";
import { DivergenceError } from "../../training/DivergenceError.ts";
import { evaluate } from "../../training/evaluate.ts";
import type { Learner } from "../../training/Learner.ts";
import { LocalLearner } from "../../training/LocalLearner.ts";
import { ParallelLearner } from "../../training/ParallelLearner.ts";
import { EVALUATION_BATCH, trainingOf } from "../../training/trainingOf.ts";
import type { CommandContext } from "../CommandContext.ts";
import { describeBackend } from "../describeBackend.ts";
import { checkFingerprint, resumedSettings } from "./resume.ts";
import type { GivenOptions, TrainOptions } from "./TrainOptions.ts";
import { TrainReport } from "./TrainReport.ts";
import { trainPage } from "./trainPage.ts";

/** What the user asks for. */
export interface TrainRequest {
  /** What to train with; the checkpoint has it when left out. */
  readonly settings: RequestedSettings | undefined;
  readonly options: TrainOptions;
  readonly given: GivenOptions;
}

/**
 * Trains a network on digits, saves it, and prints how good it is.
 *
 * @throws DataError, OptionError, OutputError or DivergenceError; what was saved before is as it was then
 */
export async function train({ settings, options, given }: TrainRequest, context: CommandContext): Promise<void> {
  const path = join(options.out, CHECKPOINT);
  if (settings === undefined) {
    const checkpoint = readCheckpoint(path);
    await trainOn(resumedSettings(checkpoint, options, given), options, context, checkpoint);
  } else {
    await trainOn(settings, options, context, undefined);
  }
}

async function trainOn(
  settings: RequestedSettings,
  options: TrainOptions,
  context: CommandContext,
  checkpoint: Checkpoint | undefined,
): Promise<void> {
  const name = describeBackend();
  const computing = computingFor(settings, options);
  const threads = await threadsFor(computing);
  try {
    await trainAndReport(settings, options, context, checkpoint, { ...computing, threads: threads.threads, name });
  } finally {
    await threads.close();
  }
}

/** What computes. */
interface Computing extends Required<ThreadOptions> {
  /** The name of the backend below the threads. */
  readonly name: string;
}

function computingFor(
  { sliced }: RequestedSettings,
  { threads, workers = true }: TrainOptions,
): Required<ThreadOptions> {
  const count = workers === true ? machineThreads() : workers;
  return { threads, workers: sliced ? count : 0 };
}

async function trainAndReport(
  requested: RequestedSettings,
  options: TrainOptions,
  { terminal, signal }: CommandContext,
  checkpoint: Checkpoint | undefined,
  { threads, workers, name }: Computing,
): Promise<void> {
  const path = join(options.out, CHECKPOINT);
  const digits = loadMnist(options.data === undefined ? {} : { folder: options.data });
  const print = fingerprint(digits.train);
  if (checkpoint !== undefined) checkFingerprint(checkpoint, path, print);
  const validation = requested.validation ?? usualValidation(digits.train.images.size(0));
  const settings: TrainingSettings = { ...requested, validation };
  const { input } = models[settings.network.model];
  const trainSet = digitDataset(digits.train, input);
  const testSet = digitDataset(digits.test, input);

  manualSeed(settings.seed);
  const network = buildNetwork(settings.network);
  const [parameters] = network.getParameters();
  const report = new TrainReport(terminal, {
    ...{ settings, data: options.data ?? "MNIST", json: options.json === true },
    ...{ trainImages: trainSet.length, testImages: testSet.length },
    ...{ network: String(network), parameters: parameters.nElement() },
    ...{ backend: name, threads: threads ?? 1, workers },
    save: (trainer) => saveFile(path, encodeCheckpoint({ settings, fingerprint: print, backend: name, trainer })),
  });
  const breather = new Breather();
  const learner: Learner = workers > 0 ? new ParallelLearner(network, workers) : new LocalLearner(network);
  try {
    const trainer = trainingOf(settings, {
      ...{ network, learner, digits: trainSet, saveEvery: options.checkpointEvery, signal, breather },
      observer: report,
    });
    if (checkpoint !== undefined) loadCheckpoint(trainer, checkpoint, path);
    makeFolder(options.out);
    report.header();
    if (checkpoint !== undefined) report.resumed(checkpoint);
    // A signal that came while the digits were read gets through here.
    await setImmediate();
    await trainer.run();
    report.stop();
    const interrupted = signal.aborted;
    if (interrupted) report.interrupted(trainer.progress);
    if (trainer.progress.images === 0) return;
    if (!interrupted) trainer.takeBest();
    const test = await evaluateOn(network, testSet, breather);
    if (!Number.isFinite(test.loss)) {
      throw new DivergenceError(
        `the test loss is ${test.loss}: the learning rate is probably too large, try a smaller --rate`,
      );
    }
    const train = await evaluateOn(network, trainSet, breather);
    const predicted = await predictions(network, testSet, breather);
    const outcome = { trainer, train, test, interrupted };
    const files = saveFiles(options.out, {
      "model.json": encodeModel(settings.network, parameters),
      "parameters.npy": encodeNpy(parameters.to("float32")),
      ...(await trainPage({ settings, network, test: digits.test, predicted, outcome })),
    });
    report.results(outcome, files);
  } finally {
    report.stop();
    await learner.close();
  }
}

function evaluateOn(
  network: nn.Sequential,
  dataset: ReturnType<typeof digitDataset>,
  breather: Breather,
): ReturnType<typeof evaluate> {
  return evaluate(network, new DataLoader({ dataset, batchSize: EVALUATION_BATCH }), breather);
}
