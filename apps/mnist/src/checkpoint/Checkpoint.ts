import type { Trainer } from "../training/Trainer.ts";
import type { TrainerState } from "../training/TrainerState.ts";
import { hasFields } from "./fields.ts";
import { isTrainerState } from "./isTrainerState.ts";
import { isTrainingSettings } from "./isTrainingSettings.ts";
import { readSaved, restored } from "./readSaved.ts";
import type { TrainingSettings } from "./TrainingSettings.ts";

const FORMAT = "rushlight-mnist-checkpoint";
const VERSION = 1;
const WHAT = "the checkpoint of a training";

/** The name of the file in the folder of a run. */
export const CHECKPOINT = "checkpoint.json";

/** A training as a file holds it. */
export interface Checkpoint {
  readonly settings: TrainingSettings;
  /** Of the digits it is trained with. */
  readonly fingerprint: string;
  /** The name of what computed: another one rounds in other places. */
  readonly backend: string;
  readonly trainer: TrainerState;
}

/** A checkpoint as text. */
export function encodeCheckpoint(checkpoint: Checkpoint): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...checkpoint })}\n`;
}

/**
 * The checkpoint in a file that {@link encodeCheckpoint} made.
 *
 * @throws DataError for a file that is not there, or has something else in it
 */
export function readCheckpoint(path: string): Checkpoint {
  return readSaved(path, { what: WHAT, advice: "without --resume a new training begins", is: isCheckpoint });
}

/**
 * Lets a training go on from a checkpoint.
 *
 * @param path of its file
 * @throws DataError when the numbers in it do not fit together
 */
export function loadCheckpoint(trainer: Trainer, checkpoint: Checkpoint, path: string): void {
  restored(path, WHAT, () => trainer.load(checkpoint.trainer));
}

function isCheckpoint(value: unknown): value is Checkpoint {
  const text = (field: unknown): boolean => typeof field === "string";
  return hasFields(value, {
    format: (format) => format === FORMAT,
    version: (version) => version === VERSION,
    settings: isTrainingSettings,
    fingerprint: text,
    backend: text,
    trainer: isTrainerState,
  });
}
