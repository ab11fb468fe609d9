import { ArgumentError, type Backend, backend } from "@rushlight/tensor";
import { type HeapLedger, openLedger, type SharedEngine, sharedEngine } from "@rushlight/wasm/threads";
import { Piscina } from "piscina";
import type { WorkerSetup } from "./attachWorker.ts";

/** Workers that end are replaced; so many of them before the pool gives up. */
const REPLACEMENTS = 16;

/** The least that a worker is lent of the memory. */
const LEAST_ARENA = 4 * 2 ** 20;
/** The most. What workers take beyond that stays with the heap of this thread when they are gone. */
const LARGEST_ARENA = 256 * 2 ** 20;

/**
 * What workers have needed, by their memory and their file. Those of later pools are lent as much, so that they take nothing
 * at the end of the memory, of which there would be no end.
 */
const needs = new WeakMap<object, Map<string, number>>();

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
  private readonly filename: string;
  private readonly needs: Map<string, number>;
  private readonly engine: SharedEngine;
  private closing: Promise<void> | undefined;

  /** @throws ArgumentError when the backend has no memory that threads can share, or there is no room in it */
  constructor({ workers, filename }: WorkerPoolOptions) {
    const shared = backend();
    this.engine = sharedEngine(shared);
    this.filename = filename;
    this.needs = needsIn(this.engine.memory);
    const arena = this.needs.get(filename) ?? LEAST_ARENA;
    this.ledgers = openLedgers(shared, workers, arena);
    const setup: WorkerSetup = {
      engine: this.engine,
      ledgers: this.ledgers.map(({ address, arena: lent }) => ({ address, arena: lent })),
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
      for (const ledger of this.ledgers) this.reclaim(ledger);
    });
    return this.closing;
  }

  private reclaim(ledger: HeapLedger): void {
    const beyond = ledger.reclaim();
    if (beyond === 0 || ledger.arena === undefined) return;
    const most = this.needs.get(this.filename) ?? 0;
    this.needs.set(
      this.filename,
      Math.min(LARGEST_ARENA, Math.max(most, ledger.arena.bytes + Math.ceil(1.25 * beyond))),
    );
  }
}

function needsIn(memory: object): Map<string, number> {
  const found = needs.get(memory) ?? new Map<string, number>();
  needs.set(memory, found);
  return found;
}

/** Ledgers for workers, which are lent so many bytes each, and for those that come in the place of some. */
function openLedgers(shared: Backend, workers: number, arena: number): HeapLedger[] {
  const ledgers: HeapLedger[] = [];
  try {
    for (let i = 0; i < workers + REPLACEMENTS; i++) {
      ledgers.push(openLedger(shared, { arena: i < workers ? arena : 0 }));
    }
  } catch (error) {
    for (const ledger of ledgers) ledger.reclaim();
    throw error;
  }
  return ledgers;
}

function memoryOf(installed: Backend): SharedEngine["memory"] | undefined {
  try {
    return sharedEngine(installed).memory;
  } catch {
    // It has no memory that threads can share.
    return undefined;
  }
}
