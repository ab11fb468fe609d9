import {
  count,
  counted,
  loss,
  type OutputStream,
  ProgressBar,
  percent,
  type Terminal,
  table,
  wrap,
} from "@rushlight/command-line";
import { confusionText } from "@rushlight/plot";
import type { Checkpoint } from "../../checkpoint/Checkpoint.ts";
import type { TrainingSettings } from "../../checkpoint/TrainingSettings.ts";
import { spansTraining } from "../../optimizing/schedules.ts";
import { TAKEN_FOR } from "../../pages/charts.ts";
import type { Evaluation } from "../../training/evaluate.ts";
import type { Trainer, TrainingObserver } from "../../training/Trainer.ts";
import type { Progress, TrainerState } from "../../training/TrainerState.ts";
import { textOptions } from "../textOptions.ts";
import { describeTraining } from "./describeTraining.ts";

/** Every line fits a terminal of this many columns, unless it holds a path that does not. */
const WIDTH = 80;

/** The columns of `loss 0.1234 | 123,456 images/s`. */
const STATUS = 30;

/** What is known of a run before it begins. */
export interface RunDescription {
  readonly settings: TrainingSettings;
  /** Where the digits are from. */
  readonly data: string;
  /** Whether to print JSON, and nothing else. */
  readonly json: boolean;
  readonly trainImages: number;
  readonly testImages: number;
  /** The network, printed. */
  readonly network: string;
  /** How many parameters the network has. */
  readonly parameters: number;
  /** The name of what computes. */
  readonly backend: string;
  readonly threads: number;
  readonly workers: number;
  /** Puts the state of the training where it survives the process. */
  readonly save: (state: TrainerState) => void;
}

/** What a run came to. */
export interface TrainOutcome {
  readonly trainer: Trainer;
  /** On all digits to train with, those held back included. */
  readonly train: Evaluation;
  readonly test: Evaluation;
  readonly interrupted: boolean;
}

/** Prints a run as it goes: lines on standard output, a progress bar on standard error when that is a terminal. */
export class TrainReport implements TrainingObserver {
  private readonly stdout: OutputStream;
  private readonly bar: ProgressBar;
  private readonly run: RunDescription;
  private epochOfBar = 0;

  /** A report of one run. */
  constructor({ stdout, stderr }: Terminal, run: RunDescription) {
    this.stdout = stdout;
    this.run = run;
    this.bar = new ProgressBar(stderr, { title: this.title(run.settings.epochs).length, status: STATUS });
  }

  /** Prints what is going to be trained on what, and how. */
  header(): void {
    const { settings, data, trainImages, testImages, network, parameters, backend, threads, workers } = this.run;
    const { validation, seed } = settings;
    const held = validation === 0 ? "" : ` and ${count(validation)} to judge by`;
    const computing = [backend, counted(threads, "thread"), ...(workers > 0 ? [counted(workers, "worker")] : [])];
    const lines = [
      `digits    ${count(trainImages - validation)} to train with${held}, ${count(testImages)} to test with`,
      `from      ${data}`,
      `network   ${count(parameters)} parameters`,
      network.replace(/^/gm, "          "),
      `training  ${describeTraining(settings)}`,
      `seed      ${seed}`,
      `backend   ${computing.join(", ")}`,
    ];
    this.print(`${wrap(lines.join("\n"), WIDTH)}\n`);
  }

  /** Prints where a resumed training goes on, and what will be other than if it had never been stopped. */
  resumed({ settings: before, backend, trainer }: Checkpoint): void {
    const { epochs, batches } = trainer.progress;
    const { settings } = this.run;
    const place = batches === 0 ? "" : ` and ${counted(batches, "batch").replace("batchs", "batches")}`;
    this.print(`resumed after ${counted(epochs, "epoch")}${place}`);
    if (backend !== this.run.backend) {
      this.print(`it began on the backend ${backend}, which rounds in other places: the last digits may differ`);
    }
    if (settings.epochs !== before.epochs && spansTraining(settings.schedule)) {
      this.print(`the ${settings.schedule} schedule spans ${settings.epochs} epochs now, not ${before.epochs}`);
    }
  }

  /** Moves the progress bar. */
  batch(epoch: number, images: number, currentLoss: number, imagesPerSecond: number): void {
    const { settings, trainImages } = this.run;
    if (epoch !== this.epochOfBar) {
      this.epochOfBar = epoch;
      this.bar.start(this.title(epoch), trainImages - settings.validation);
    }
    this.bar.update(images, `loss ${loss(currentLoss)} | ${count(imagesPerSecond)} images/s`);
  }

  /** Prints the line of an epoch. */
  epoch(epoch: number, trainingLoss: number, validation: Evaluation | undefined): void {
    const judged =
      validation === undefined ? "" : `, validation loss ${loss(validation.loss)}, ${percent(validation.accuracy)}`;
    this.bar.stop();
    this.print(`${this.title(epoch)}: training loss ${loss(trainingLoss)}${judged}`);
  }

  /** Saves the state of the training. */
  save(state: () => TrainerState): void {
    this.run.save(state());
  }

  /** Takes the progress bar away, wherever the training stopped. */
  stop(): void {
    this.bar.stop();
  }

  /** Prints that the training was interrupted. */
  interrupted({ images }: Progress): void {
    if (images === 0) this.print("interrupted before the first batch: nothing was learned, nothing is saved");
    else this.print(`interrupted after ${count(images)} images; --resume goes on from there`);
  }

  /** Prints how good the network is in the end, and where to find what was saved. */
  results(outcome: TrainOutcome, files: Readonly<Record<string, string>>): void {
    if (this.run.json) {
      this.stdout.write(`${JSON.stringify(this.summary(outcome, files))}\n`);
      return;
    }
    const { trainer, train, test, interrupted } = outcome;
    const { progress, bestEpoch } = trainer;
    this.print("");
    this.print(confusionText(test.confusion.mat, { title: TAKEN_FOR }, textOptions(this.stdout)));
    this.print("");
    const rows = [
      ["test accuracy", percent(test.accuracy)],
      ["training accuracy", percent(train.accuracy)],
      ["training time", `${progress.seconds.toFixed(1)} s, ${count(progress.images / progress.seconds)} images/s`],
      ...(bestEpoch === undefined || interrupted ? [] : [["network", `that of epoch ${bestEpoch.epoch}`]]),
      ["report", files["report.html"]],
      ["model", files["model.json"]],
    ];
    this.print(table(rows));
    if (trainer.stoppedEarly) {
      this.print(`\nstopped early: the validation loss has not fallen for ${counted(progress.waited, "epoch")}`);
    }
  }

  private summary(
    { trainer, train, test, interrupted }: TrainOutcome,
    files: Readonly<Record<string, string>>,
  ): object {
    const { settings, parameters, backend, threads, workers } = this.run;
    const { progress, bestEpoch = null, history } = trainer;
    return {
      testAccuracy: test.accuracy,
      trainAccuracy: train.accuracy,
      testLoss: test.loss,
      trainLoss: train.loss,
      epochs: progress.epochs,
      bestEpoch: bestEpoch?.epoch ?? null,
      stoppedEarly: trainer.stoppedEarly,
      interrupted,
      seconds: progress.seconds,
      validation: history.validation,
      settings,
      parameters,
      backend,
      threads,
      workers,
      files,
    };
  }

  private title(epoch: number): string {
    return `epoch ${epoch}/${this.run.settings.epochs}`;
  }

  private print(text: string): void {
    if (!this.run.json) this.stdout.write(`${text}\n`);
  }
}
