import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { fileError } from "./readBytes.ts";

const CHUNK = 2 ** 18;

/**
 * The contents of a file in pieces, decompressed when they are gzip.
 *
 * @throws DataError on the way, when the file is missing, can not be read or is damaged gzip
 */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { buffer: start } = await file.read(Buffer.alloc(2), 0, 2, 0);
    const stream = file.createReadStream({ start: 0, highWaterMark: CHUNK });
    const isGzip = start[0] === 0x1f && start[1] === 0x8b;
    // What goes wrong in one stream of a pipeline ends the others too, and so comes out of the loop below.
    const chunks: AsyncIterable<Uint8Array> = isGzip ? pipeline(stream, createGunzip(), () => undefined) : stream;
    yield* chunks;
  } catch (error) {
    throw fileError(path, error, "can not be read");
  } finally {
    await file?.close();
  }
}
