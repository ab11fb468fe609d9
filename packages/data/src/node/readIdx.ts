import { DataError } from "../errors/DataError.ts";
import type { IdxTensor } from "../idx/elementTypes.ts";
import { parseIdx } from "../idx/parseIdx.ts";
import { readBytes } from "./readBytes.ts";

/**
 * The tensor in an IDX file, which may be compressed with gzip whatever its name is. See `parseIdx` for the format.
 *
 * @param path where the file is
 * @returns a tensor of the dtype and the sizes in the file's header
 * @throws DataError when the file is missing, can not be read, is damaged or is not IDX; the message begins with its path
 * @example
 * ```ts
 * import { readIdx } from "@rushlight/data/node";
 *
 * try {
 *   readIdx("no-such-folder/train-images-idx3-ubyte");
 * } catch (error) {
 *   console.log(String(error)); // DataError: no-such-folder/train-images-idx3-ubyte: no such file
 * }
 * ```
 */
export function readIdx(path: string): IdxTensor {
  return parseIdxFile(path, readBytes(path));
}

/**
 * The tensor in the contents of an IDX file.
 *
 * @throws DataError when they are not IDX or damaged; the message begins with `path`
 */
export function parseIdxFile(path: string, bytes: Uint8Array): IdxTensor {
  try {
    return parseIdx(bytes);
  } catch (error) {
    throw error instanceof DataError ? new DataError(`${path}: ${error.message}`, { cause: error }) : error;
  }
}
