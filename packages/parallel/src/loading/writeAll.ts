import type { TensorDescription } from "../sharing/TensorDescription.ts";
import type { MapperPool } from "./MapperPool.ts";
import type { MapProgress } from "./mapDataset.ts";
import type { SharedTensor } from "./SharedTensor.ts";

/** The most samples that a thread prepares before it tells so. */
const LARGEST_CHUNK = 64;

/** Where all samples of a dataset go, and who wants to know. */
export interface WriteAllOptions {
  readonly inputs: SharedTensor;
  readonly targets: SharedTensor;
  readonly total: number;
  readonly workers: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: MapProgress) => void) | undefined;
}

/** Prepares the samples of a dataset from the first to the last, some at a time. When it ends, also early, no thread is at work. */
export async function writeAll(pool: MapperPool, options: WriteAllOptions): Promise<void> {
  const { inputs, targets, total, workers, signal, onProgress } = options;
  const chunk = Math.min(LARGEST_CHUNK, Math.ceil(total / (4 * workers)));
  let begun = 0;
  let done = 0;
  let failed = false;

  async function writeChunks(): Promise<void> {
    while (begun < total && !failed) {
      signal?.throwIfAborted();
      const first = begun;
      const count = Math.min(chunk, total - first);
      begun += count;
      await pool.write({
        indices: Int32Array.from({ length: count }, (_, i) => first + i),
        epoch: 0,
        input: rows(inputs.description, first, count),
        target: rows(targets.description, first, count),
      });
      done += count;
      onProgress?.({ done, total });
    }
  }

  // Two for each thread, so that none waits for its next one to be sent.
  const lanes = Array.from({ length: 2 * workers }, () =>
    writeChunks().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  await Promise.allSettled(lanes);
  await Promise.all(lanes);
}

function rows(tensor: TensorDescription, first: number, count: number): TensorDescription {
  const { offset, size, stride } = tensor;
  return { ...tensor, offset: offset + first * stride[0], size: [count, ...size.slice(1)] };
}
