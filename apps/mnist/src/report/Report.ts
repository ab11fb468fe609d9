import {
  count,
  counted,
  loss,
  type OutputStream,
  ProgressBar,
  percent,
  type Terminal,
  wrap,
} from "@rushlight/command-line";
import type { Options } from "../options.ts";
import type { Evaluation } from "../training/evaluate.ts";
import type { TrainingObserver, TrainingRecord } from "../training/train.ts";
import { confusionTable } from "./confusionTable.ts";

/** Every line fits a terminal of this many columns, unless it holds a path that does not. */
const WIDTH = 80;

/** The columns of `loss 0.1234 | 123,456 images/s`. */
const STATUS = 30;

/** What is known of a run before it begins. */
export interface RunDescription {
  readonly options: Options;
  readonly trainImages: number;
  readonly testImages: number;
  /** The network, printed. */
  readonly network: string;
  /** How many parameters the network has. */
  readonly parameters: number;
  /** The name of what computes. */
  readonly backend: string;
  /** How many threads compute. */
  readonly threads: number;
}

/** What a run gave. */
export interface RunResults {
  readonly record: TrainingRecord;
  readonly interrupted: boolean;
  readonly train: Evaluation;
  readonly test: Evaluation;
  /** Where the drawing of the losses is. */
  readonly lossCurve: string;
  /** Where the parameters are. */
  readonly parameters: string;
}

/** Prints a run as it goes: lines on standard output, a progress bar on standard error when that is a terminal. */
export class Report implements TrainingObserver {
  private readonly stdout: OutputStream;
  private readonly bar: ProgressBar;
  private readonly run: RunDescription;
  private epochOfBar = 0;

  /** A report of one run. */
  constructor({ stdout, stderr }: Terminal, run: RunDescription) {
    this.stdout = stdout;
    this.run = run;
    this.bar = new ProgressBar(stderr, { title: this.title(run.options.epochs).length, status: STATUS });
  }

  /** Prints what is going to be trained on what, and how. */
  header(): void {
    const { options, trainImages, testImages, network, parameters, backend, threads } = this.run;
    const { epochs, batchSize, rate, rateDecay, momentum } = options;
    const workers = options.workers > 0 ? [counted(options.workers, "worker")] : [];
    const lines = [
      `digits    ${count(trainImages)} to train with, ${count(testImages)} to test with`,
      `from      ${options.data ?? "MNIST"}`,
      `network   ${count(parameters)} parameters`,
      network.replace(/^/gm, "          "),
      `training  epochs ${epochs}, batch size ${batchSize}, rate ${rate}, rate decay ${rateDecay}, momentum ${momentum}`,
      `seed      ${options.seed}`,
      `backend   ${[backend, counted(threads, "thread"), ...workers].join(", ")}`,
    ];
    this.print(`${wrap(lines.join("\n"), WIDTH)}\n`);
  }

  /** Moves the progress bar. */
  batch(epoch: number, images: number, currentLoss: number, imagesPerSecond: number): void {
    if (epoch !== this.epochOfBar) {
      this.epochOfBar = epoch;
      this.bar.start(this.title(epoch), this.run.trainImages);
    }
    this.bar.update(images, `loss ${loss(currentLoss)} | ${count(imagesPerSecond)} images/s`);
  }

  /** Prints the line of an epoch. */
  epoch(epoch: number, trainingLoss: number, test: Evaluation): void {
    const losses = `training loss ${loss(trainingLoss)}, test loss ${loss(test.loss)}`;
    this.bar.stop();
    this.print(`${this.title(epoch)}: ${losses}, test accuracy ${percent(test.accuracy)}`);
  }

  /** Takes the progress bar away, wherever the training stopped. */
  stop(): void {
    this.bar.stop();
  }

  /** Prints that the training was interrupted. */
  interrupted({ images }: TrainingRecord): void {
    if (images === 0) this.print("interrupted before the first batch: nothing was learned, nothing is saved");
    else this.print(`interrupted after ${count(images)} images: saving what was learned from them`);
  }

  /** Prints how good the network is in the end, and where to find what was saved. */
  results(results: RunResults): void {
    const { record, train, test } = results;
    const speed = `${count(record.images / record.seconds)} images/s`;
    this.print("");
    this.print("the test digits by row, what they were taken for by column");
    this.print("");
    this.print(confusionTable(test.confusion, this.stdout.hasColors?.() ?? false));
    this.print("");
    this.print(`test accuracy      ${percent(test.accuracy)}`);
    this.print(`training accuracy  ${percent(train.accuracy)}`);
    this.print(`training time      ${record.seconds.toFixed(1)} s, ${speed}`);
    this.print(`loss curve         ${results.lossCurve}`);
    this.print(`parameters         ${results.parameters}`);
    if (this.run.options.json) this.print(JSON.stringify(this.summary(results)));
  }

  private summary({ record, interrupted, train, test, lossCurve, parameters }: RunResults): object {
    return {
      testAccuracy: test.accuracy,
      trainAccuracy: train.accuracy,
      testLoss: test.loss,
      trainLoss: train.loss,
      epochs: record.epochs,
      seconds: record.seconds,
      parameters: this.run.parameters,
      backend: this.run.backend,
      threads: this.run.threads,
      workers: this.run.options.workers,
      seed: this.run.options.seed,
      interrupted,
      files: { lossCurve, parameters },
    };
  }

  private title(epoch: number): string {
    return `epoch ${epoch}/${this.run.options.epochs}`;
  }

  private print(text: string): void {
    this.stdout.write(`${text}\n`);
  }
}
