import type { WorkerError } from "../errors/WorkerError.ts";

/** How threads are started. */
export interface ThreadOptions {
  /**
   * How many threads compute, this one included: from 1 to 63. Default: as many as the machine can run at a time. With 1,
   * nothing is started.
   */
  readonly threads?: number | undefined;
  /**
   * How long an operation waits for workers that do not get on, in milliseconds, before it fails. Large operations wait
   * longer, by twenty times what the part of a worker usually takes. Default: 10,000.
   */
  readonly watchdog?: number | undefined;
  /**
   * Where the file is that workers are started with, for applications that are bundled into other folders. Default: beside
   * the file that this package is in, as `kernelLoop.js`.
   */
  readonly workerFile?: URL | string | undefined;
  /** Is told when a worker has failed and everything goes on in one thread. */
  readonly onFailure?: ((error: WorkerError) => void) | undefined;
}
