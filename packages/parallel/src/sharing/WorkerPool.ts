import { ArgumentError, type Backend, backend } from "@rushlight/tensor";
import { type HeapLedger, openLedger, type SharedEngine, sharedEngine } from "@rushlight/wasm/threads";
import { Piscina } from "piscina";
import type { WorkerSetup } from "./attachWorker.ts";

/** Workers that end are replaced; so many of them before the pool gives up. */
const REPLACEMENTS = 16;

/** How a pool is made. */
export interface WorkerPoolOptions {
  readonly workers: number;
  /** The address of the file that its tasks are functions of. */
  readonly filename: string;
}

/** Workers that compute in the memory of this thread's backend, and run functions of one file. */
export class WorkerPool {
  /** Its own figures are for whoever wants to know: run times, waiting times, utilization. */
  readonly piscina: Piscina<unknown, unknown>;
  private readonly ledgers: readonly HeapLedger[];
  private readonly engine: SharedEngine;
  private closing: Promise<void> | undefined;

  /** @throws ArgumentError when the backend has no memory that threads can share */
  constructor({ workers, filename }: WorkerPoolOptions) {
    const shared = backend();
    this.engine = sharedEngine(shared);
    this.ledgers = Array.from({ length: workers + REPLACEMENTS }, () => openLedger(shared));
    const setup: WorkerSetup = {
      engine: this.engine,
      ledgers: this.ledgers.map(({ address }) => address),
      taken: new Int32Array(new SharedArrayBuffer(4)),
    };
    this.piscina = new Piscina({
      filename,
      minThreads: workers,
      maxThreads: workers,
      concurrentTasksPerWorker: 1,
      workerData: setup,
    });
  }

  /**
   * Runs a function of the file in a worker.
   *
   * @param name the name that the file exports the function by
   */
  run(name: string, task: unknown): Promise<unknown> {
    return this.piscina.run(task, { name });
  }

  /**
   * Checks that what is described now is described in the memory that the workers compute in.
   *
   * @throws ArgumentError when a backend in other memory has been installed since
   */
  checkMemory(owner: string): void {
    if (memoryOf(backend()) === this.engine.memory) return;
    throw new ArgumentError(
      `${owner}: expected the backend that its workers share the memory of, got another, ${backend().name}, installed since`,
    );
  }

  /** Ends the workers, also those that are at work, and takes back what they took of the memory. */
  close(): Promise<void> {
    this.closing ??= this.piscina.destroy().then(() => {
      for (const ledger of this.ledgers) ledger.reclaim();
    });
    return this.closing;
  }
}

function memoryOf(installed: Backend): SharedEngine["memory"] | undefined {
  try {
    return sharedEngine(installed).memory;
  } catch {
    // It has no memory that threads can share.
    return undefined;
  }
}
