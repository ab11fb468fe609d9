/**
 * Data that can not be used: a missing, damaged or unexpected file, or bytes of another format. The message is one
 * line that names the file where there is one, what was expected and what came.
 *
 * @example
 * ```ts
 * import { DataError, parseIdx } from "@rushlight/data";
 *
 * try {
 *   parseIdx(new Uint8Array(2));
 * } catch (error) {
 *   console.log(error instanceof DataError); // true
 * }
 * ```
 */
export class DataError extends Error {
  override name = "DataError";
}
