import { availableParallelism } from "node:os";
import { startThreads, type Threads } from "@rushlight/parallel";
import { backend } from "@rushlight/tensor";
import { OptionError } from "./OptionError.ts";

/** The most threads that can be asked for. */
export const MOST_THREADS = 63;

/**
 * Starts the threads that the user asks for, or as many as the machine can run at a time.
 *
 * @throws OptionError when more were asked for than the backend can have
 */
export async function threadsFor(asked: number | undefined): Promise<Threads> {
  const { name, features = [] } = backend();
  const able = features.includes("shared-memory");
  if (!able && asked !== undefined && asked > 1) {
    throw new OptionError(
      `--threads: expected 1 with the backend ${name}, whose memory threads can not share, got ${asked}`,
    );
  }
  return startThreads({ threads: able ? (asked ?? Math.min(availableParallelism(), MOST_THREADS)) : 1 });
}
