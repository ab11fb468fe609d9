import { setImmediate } from "node:timers/promises";
import { Breather, makeFolder, saveFiles, type Terminal } from "@rushlight/command-line";
import { threadsFor } from "@rushlight/command-line/threads";
import { DataLoader } from "@rushlight/data";
import { loadMnist } from "@rushlight/data/node";
import { backend, manualSeed } from "@rushlight/tensor";
import { digitDataset } from "./digits.ts";
import { models } from "./networks/models.ts";
import type { Options } from "./options.ts";
import { lossCurve } from "./outputs/lossCurve.ts";
import { encodeNpy } from "./outputs/npy.ts";
import { Report } from "./report/Report.ts";
import { evaluate } from "./training/evaluate.ts";
import { LocalLearner } from "./training/LocalLearner.ts";
import { ParallelLearner } from "./training/ParallelLearner.ts";
import { train } from "./training/train.ts";

const EVALUATION_BATCH = 1000;

/**
 * Trains a network on digits, saves it with its loss curve, and prints how good it is.
 *
 * @param signal ends the training early; what was learned until then is saved
 * @throws DataError, OutputError or DivergenceError; earlier results are as they were then
 */
export async function run(options: Options, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const { name } = backend();
  const threads = await threadsFor(options);
  try {
    await trainAndReport(options, terminal, signal, { backend: name, threads: threads.threads });
  } finally {
    await threads.close();
  }
}

async function trainAndReport(
  options: Options,
  terminal: Terminal,
  signal: AbortSignal,
  computing: { readonly backend: string; readonly threads: number },
): Promise<void> {
  const digits = loadMnist(options.data === undefined ? {} : { folder: options.data });
  const model = models[options.model];
  const trainSet = digitDataset(digits.train, model.input);
  const testSet = digitDataset(digits.test, model.input);
  makeFolder(options.out);

  manualSeed(options.seed);
  const network = model.build(options.hidden);
  const [parameters] = network.getParameters();

  const report = new Report(terminal, {
    options,
    trainImages: trainSet.length,
    testImages: testSet.length,
    network: String(network),
    parameters: parameters.nElement(),
    ...computing,
  });
  report.header();
  // A signal that came while the digits were read gets through here.
  await setImmediate();

  const breather = new Breather();
  const testLoader = new DataLoader({ dataset: testSet, batchSize: EVALUATION_BATCH });
  const learner = options.workers > 0 ? new ParallelLearner(network, options.workers) : new LocalLearner(network);
  const record = await train({
    network,
    learner,
    trainLoader: new DataLoader({ dataset: trainSet, batchSize: options.batchSize, shuffle: true }),
    testLoader,
    epochs: options.epochs,
    rate: options.rate,
    rateDecay: options.rateDecay,
    momentum: options.momentum,
    signal,
    breather,
    observer: report,
  }).finally(async () => {
    report.stop();
    await learner.close();
  });
  const interrupted = signal.aborted;
  if (interrupted) report.interrupted(record);
  if (record.images === 0) return;

  const files = saveFiles(options.out, {
    "loss.svg": await lossCurve(record.history),
    "parameters.npy": encodeNpy(parameters.to("float32")),
  });
  const wholeTrainSet = new DataLoader({ dataset: trainSet, batchSize: EVALUATION_BATCH });
  report.results({
    record,
    interrupted,
    test: await evaluate(network, testLoader, breather),
    train: await evaluate(network, wholeTrainSet, breather),
    lossCurve: files["loss.svg"],
    parameters: files["parameters.npy"],
  });
}
