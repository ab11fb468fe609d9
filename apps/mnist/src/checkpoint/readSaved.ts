import { readFileSync } from "node:fs";
import { DataError } from "@rushlight/data";

/** What a file of ours holds. */
export interface SavedKind<Saved> {
  /** What it is, as `a model that train saved`. */
  readonly what: string;
  /** What to do when there is no such file. */
  readonly advice: string;
  /** Whether a value is one. */
  is(value: unknown): value is Saved;
}

/**
 * What a file of JSON holds.
 *
 * @throws DataError for a file that is not there, or has something else in it
 */
export function readSaved<Saved>(path: string, { what, advice, is }: SavedKind<Saved>): Saved {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw new DataError(`${path}: expected ${what}, but ${missing ? `there is none; ${advice}` : String(cause)}`, {
      cause,
    });
  }
  const value = restored(path, what, (): unknown => JSON.parse(text));
  if (is(value)) return value;
  throw new DataError(`${path}: expected ${what}, of this version, got something else`);
}

/**
 * Restores what was in a file.
 *
 * @throws DataError when that throws anything
 */
export function restored<T>(path: string, what: string, restore: () => T): T {
  try {
    return restore();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DataError(`${path}: expected ${what}, got something damaged: ${reason}`, { cause });
  }
}
