import { availableParallelism } from "node:os";
import { startThreads, type Threads } from "@rushlight/parallel";
import { backend } from "@rushlight/tensor";
import { OptionError } from "./OptionError.ts";
import type { Options } from "./options.ts";

/** The most threads, or workers, that can be asked for. */
export const MOST_THREADS = 63;

/**
 * Starts the threads that the user asks for; as many as the machine can run at a time when that is left out, unless workers
 * keep the machine busy.
 *
 * @throws OptionError when the backend has no memory for the threads or workers that were asked for
 */
export async function threadsFor({ threads: asked, workers }: Pick<Options, "threads" | "workers">): Promise<Threads> {
  const { name, features = [] } = backend();
  const able = features.includes("shared-memory");
  if (!able && asked !== undefined && asked > 1) throw new OptionError(`--threads: ${refusal(name)}, got ${asked}`);
  if (!able && workers > 0) throw new OptionError(`--workers: ${refusal(name)}, got ${workers}`);
  const usual = able && workers === 0 ? Math.min(availableParallelism(), MOST_THREADS) : 1;
  return startThreads({ threads: asked ?? usual });
}

function refusal(backendName: string): string {
  return `expected a backend whose memory threads can share, which ${backendName} is not`;
}
