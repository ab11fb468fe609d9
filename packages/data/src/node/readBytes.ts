import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { DataError } from "../errors/DataError.ts";

/**
 * The contents of a file, decompressed when they are gzip; the check sum of gzip is verified.
 *
 * @throws DataError when the file is missing, can not be read or is damaged gzip
 */
export function readBytes(path: string): Uint8Array {
  const bytes = attempt(path, "can not be read", () => readFileSync(path));
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? attempt(path, "damaged gzip", () => gunzipSync(bytes)) : bytes;
}

function attempt<T>(path: string, problem: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw fileError(path, error, problem);
  }
}

/** What went wrong with a file, in one line that begins with its path. */
export function fileError(path: string, error: unknown, problem: string): DataError {
  return new DataError(`${path}: ${describe(error, problem)}`, { cause: error });
}

function describe(error: unknown, problem: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file";
  if (code === "EISDIR") return "expected a file, got a folder";
  return `${problem}: ${error instanceof Error ? error.message : String(error)}`;
}
