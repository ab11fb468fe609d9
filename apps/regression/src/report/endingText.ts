import { counted, loss } from "@rushlight/command-line";
import type { EpochLosses, TrainingRecord } from "../training/train.ts";

/** The losses of an epoch, in words. */
export function lossText({ training, validation }: EpochLosses): string {
  return `training loss ${loss(training)}${validation === undefined ? "" : `, validation loss ${loss(validation)}`}`;
}

/** How a training ended, in a sentence; it names the time when it is given. */
export function endingText({ history, bestEpoch, ending }: TrainingRecord, seconds?: number): string {
  const end = history[bestEpoch - 1];
  const took = `${counted(history.length, "epoch")}${seconds === undefined ? "" : ` in ${seconds.toFixed(1)} s`}`;
  const kept = bestEpoch === history.length ? "" : `; kept: those of epoch ${bestEpoch}`;
  const why =
    ending === "patience" ? ", stopped because it got no better" : ending === "interrupted" ? ", interrupted" : "";
  return `${took}${why}${kept}: ${lossText(end)}`;
}
