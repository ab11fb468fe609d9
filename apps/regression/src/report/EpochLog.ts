import { count, ProgressBar, type Terminal } from "@rushlight/command-line";
import type { EpochLosses } from "../training/train.ts";
import { lossText } from "./endingText.ts";

/** A terminal is told of progress so often, in milliseconds. */
const INTERVAL = 50;

/** The epochs that are told of: 1, 2, 5, 10, 20, 50 and so on. */
const toldOf = /^[125]0*$/;

/** Shows how a training goes: a bar on a terminal, and a line now and then. */
export class EpochLog {
  private readonly bar: ProgressBar;
  private readonly epochs: number;
  private readonly write: (line: string) => void;
  private last = Number.NEGATIVE_INFINITY;

  /** @param write takes the lines, which have no line break at their end */
  constructor(terminal: Terminal, epochs: number, write: (line: string) => void) {
    this.epochs = epochs;
    this.write = write;
    this.bar = new ProgressBar(terminal.stderr, {
      title: "training".length,
      status: lossText({ epoch: 0, training: 0.1234, validation: 0.1234 }).length,
    });
    this.bar.start("training", epochs);
  }

  /** An epoch has ended. */
  observe(losses: EpochLosses): void {
    if (performance.now() - this.last > INTERVAL) {
      this.bar.update(losses.epoch, lossText(losses));
      this.last = performance.now();
    }
    if (!toldOf.test(String(losses.epoch))) return;
    this.bar.stop();
    this.write(`epoch ${count(losses.epoch)} of ${count(this.epochs)}: ${lossText(losses)}`);
    this.bar.start("training", this.epochs);
    this.bar.update(losses.epoch, lossText(losses));
  }

  /** Takes the bar away. */
  stop(): void {
    this.bar.stop();
  }
}
