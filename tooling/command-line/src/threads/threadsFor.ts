import { availableParallelism } from "node:os";
import { startThreads, type Threads, WorkerError } from "@rushlight/parallel";
import { backend } from "@rushlight/tensor";
import { OptionError } from "../errors/OptionError.ts";

/** The most threads, or workers, that can be asked for. */
export const MOST_THREADS = 63;

/** What computes, as the user asks for it. */
export interface ThreadOptions {
  /** How many threads compute; as many as the machine can run at a time, when left out. */
  readonly threads?: number | undefined;
  /** How many workers share each batch; 0 when no worker does, and operations are divided among threads. */
  readonly workers?: number;
}

/** As many threads, or workers, as the machine can run at a time. */
export function machineThreads(): number {
  return Math.min(availableParallelism(), MOST_THREADS);
}

/**
 * Starts the threads that the user asks for; as many as the machine can run at a time when that is left out, unless workers
 * keep the machine busy. Where the system starts no threads, one does it all, unless more were asked for.
 *
 * @throws OptionError when the backend has no memory for the threads or workers that were asked for, or when the system does
 * not start them
 */
export async function threadsFor({ threads: asked, workers = 0 }: ThreadOptions): Promise<Threads> {
  const { name, features = [] } = backend();
  const able = features.includes("shared-memory");
  if (!able && asked !== undefined && asked > 1) throw new OptionError(`--threads: ${refusal(name)}, got ${asked}`);
  if (!able && workers > 0) throw new OptionError(`--workers: ${refusal(name)}, got ${workers}`);
  const usual = able && workers === 0 ? machineThreads() : 1;
  try {
    return await startThreads({ threads: asked ?? usual });
  } catch (error) {
    if (!(error instanceof WorkerError)) throw error;
    if (asked !== undefined) throw new OptionError(`--threads ${asked}: ${error.message}`, { cause: error });
    return startThreads({ threads: 1 });
  }
}

function refusal(backendName: string): string {
  return `expected a backend whose memory threads can share, which ${backendName} is not`;
}
