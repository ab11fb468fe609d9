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

/** By the backends that they have installed. */
const started = new WeakMap<Backend, Threads>();

/** Threads that compute together: what `startThreads` gives. */
export class Threads implements AsyncDisposable {
  private readonly settings: ThreadSettings;
  private readonly previous: Backend;
  private installed: Backend;
  private fork: ForkJoin | undefined;
  private pool: LoopPool | undefined;
  private error: WorkerError | undefined;
  private closed = false;

  private constructor(settings: ThreadSettings, previous: Backend) {
    this.settings = settings;
    this.previous = previous;
    this.installed = previous;
  }

  /** Starts threads over a backend, and installs what computes with them. */
  static async start(settings: ThreadSettings, below: Backend): Promise<Threads> {
    const threads = new Threads(settings, below);
    if (settings.threads > 1) await threads.begin();
    return threads;
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
    const others = (forked.features ?? []).filter((feature) => !/^\d+ threads$/.test(feature));
    this.installed = extendBackend(forked, "parallel", { features: [...others, `${threads} threads`] });
    started.set(this.installed, this);
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

  /**
   * Ends the threads, and installs the backend again that was there before, unless the program has chosen another. Where that
   * one has been closed itself, it is the one before.
   */
  async close(): Promise<void> {
    this.closed = true;
    this.fork?.retire();
    if (backend() === this.installed) {
      let below = this.previous;
      for (let over = started.get(below); over?.closed === true; over = started.get(below)) below = over.previous;
      useBackend(below);
    }
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
