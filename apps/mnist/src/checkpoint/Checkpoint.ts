import { readFileSync } from "node:fs";
import { DataError } from "@rushlight/data";
import type { TrainerState } from "../training/TrainerState.ts";
import type { TrainingSettings } from "./TrainingSettings.ts";

const FORMAT = "rushlight-mnist-checkpoint";
const VERSION = 1;

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
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new DataError(`${path}: expected the checkpoint of a training to resume, but it can not be read`, { cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new DataError(`${path}: expected the checkpoint of a training, got something that is no JSON`, { cause });
  }
  if (isCheckpoint(value)) return value;
  throw new DataError(`${path}: expected the checkpoint of a training, version ${VERSION}, got something else`);
}

function isCheckpoint(value: unknown): value is Checkpoint {
  if (typeof value !== "object" || value === null) return false;
  const parts = ["settings", "trainer"].map((name): unknown => Reflect.get(value, name));
  return (
    Reflect.get(value, "format") === FORMAT &&
    Reflect.get(value, "version") === VERSION &&
    parts.every((part) => typeof part === "object" && part !== null)
  );
}
