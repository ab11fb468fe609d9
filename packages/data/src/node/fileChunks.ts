import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { fileError } from "./readBytes.ts";

const CHUNK = 2 ** 18;

/**
 * The contents of a file, or of a pipe, in pieces, decompressed when they are gzip.
 *
 * @throws DataError on the way, when the file is missing, can not be read or is damaged gzip
 */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  try {
    const chunks: AsyncIterator<Uint8Array, undefined> = file[Symbol.asyncIterator]();
    const first = await chunks.next();
    if (first.done === true) return;
    const all = chained(first.value, chunks);
    const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
    // What goes wrong before the end of a pipeline comes out of its end.
    yield* isGzip ? pipeline(all, createGunzip(), () => undefined) : all;
  } catch (error) {
    throw fileError(path, error, "can not be read");
  } finally {
    file.destroy();
  }
}

async function* chained(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}
