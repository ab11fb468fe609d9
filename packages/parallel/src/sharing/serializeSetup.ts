import { serialize } from "node:v8";
import { ArgumentError } from "@rushlight/tensor";

/**
 * A setup in memory that threads share, so that sending it with each task costs nothing.
 *
 * @throws ArgumentError for data that can not be copied to threads
 */
export function serializeSetup(owner: string, setup: unknown): SharedArrayBuffer {
  let bytes: Uint8Array;
  try {
    bytes = serialize(setup);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ArgumentError(`${owner}: expected data that can be copied to threads: ${reason}`, { cause });
  }
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}
