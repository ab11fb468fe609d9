import { ArgumentError, checkOptions } from "@rushlight/tensor";
import { shown } from "./shown.ts";

/** What tells a training to stop: an `AbortSignal`, say. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** Options of one call of `train`. */
export interface TrainOptions {
  /** Ends the training, as `stop` does, when it is aborted. */
  readonly signal?: StopSignal | undefined;
}

/** @throws ArgumentError for options that do not exist, and for what is no signal */
export function checkTrainOptions(owner: string, options: TrainOptions): void {
  checkOptions(owner, options, ["signal"]);
  const { signal } = options;
  if (signal === undefined || typeof signal?.aborted === "boolean") return;
  throw new ArgumentError(`${owner}: expected an AbortSignal as signal, got ${shown(signal)}`);
}
