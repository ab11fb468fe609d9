import { type Backend, backend, extendBackend, useBackend } from "@rushlight/tensor";
import { type Kernels, sharedEngine, withKernels } from "@rushlight/wasm/threads";
import type { WorkerError } from "../errors/WorkerError.ts";
import { ForkJoin } from "./ForkJoin.ts";
import { LoopPool, SCRATCH_BYTES } from "./LoopPool.ts";
import { forkedKernels, scratchOperands } from "./splits/forkedKernels.ts";
import { SHORTEST_PART } from "./splits/leastPerPart.ts";

/** How threads are started, with everything decided. */
export interface ThreadSettings {
  readonly threads: number;
  readonly watchdog: number;
  readonly filename: string;
  readonly onFailure: ((error: WorkerError) => void) | undefined;
}

/** Threads that compute together: what `startThreads` gives. */
export class Threads implements AsyncDisposable {
  private readonly settings: ThreadSettings;
  private readonly previous: Backend;
  private installed: Backend;
  private fork: ForkJoin | undefined;
  private pool: LoopPool | undefined;
  private error: WorkerError | undefined;

  private constructor(settings: ThreadSettings, previous: Backend) {
    this.settings = settings;
    this.previous = previous;
    this.installed = previous;
  }

  /** Starts threads over a backend, and installs what computes with them. */
  static async start(settings: ThreadSettings, below: Backend): Promise<Threads> {
    const started = new Threads(settings, below);
    if (settings.threads > 1) await started.begin();
    return started;
  }

  private async begin(): Promise<void> {
    const { threads, filename, watchdog } = this.settings;
    const { memory } = sharedEngine(this.previous);
    const fail = (error: WorkerError): void => {
      this.fail(error);
    };
    const forked = withKernels(this.previous, (kernels: Kernels) => {
      this.pool = new LoopPool(this.previous, threads - 1, filename, scratchOperands(kernels), fail);
      this.fork = new ForkJoin(threads, this.pool, kernels, watchdog, fail);
      return forkedKernels(kernels, this.fork, memory, { scratchBytes: SCRATCH_BYTES, shortestPart: SHORTEST_PART });
    });
    try {
      await this.pool?.enter();
    } catch (error) {
      await this.pool?.close();
      throw error;
    }
    const features = [...(forked.features ?? []), `${threads} threads`];
    // What a BLAS computes stays with it: it has threads of its own.
    const { matrix, zip } = this.previous;
    const own = this.previous.name === "blas" ? { matrix, zip: { add: zip.add } } : {};
    this.installed = extendBackend(forked, "parallel", { ...own, features });
    useBackend(this.installed);
  }

  /** How many threads compute, the calling one included: 1 after they were closed, or have failed. */
  get threads(): number {
    return this.fork?.works === true ? this.fork.threads : 1;
  }

  /** The backend that computes with them, which is installed. After they were closed it computes in one thread. */
  get backend(): Backend {
    return this.installed;
  }

  /** Why everything is computed in one thread, when a worker has failed. */
  get failure(): WorkerError | undefined {
    return this.error;
  }

  /** Ends the threads, and installs the backend again that was there before, unless the program has chosen another. */
  async close(): Promise<void> {
    this.fork?.retire();
    if (backend() === this.installed) useBackend(this.previous);
    await this.pool?.close();
  }

  /** The same as {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private fail(error: WorkerError): void {
    if (this.error !== undefined) return;
    this.error = error;
    this.fork?.retire();
    // Whatever workers are doing, it must not go on when the error is known.
    void this.pool?.close();
    this.settings.onFailure?.(error);
  }
}
