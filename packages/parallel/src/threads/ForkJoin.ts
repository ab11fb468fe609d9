import type { Kernels } from "@rushlight/wasm/threads";
import { WorkerError } from "../errors/WorkerError.ts";
import {
  DONE,
  FAILED,
  KERNEL,
  MESSAGE,
  MESSAGE_LENGTH,
  nextSequence,
  OPEN,
  OPERANDS,
  PARTS,
  SLEEPING,
  WAITING,
} from "./Control.ts";
import { callKernel, type Kernel } from "./callKernel.ts";
import { type Fork, partsAmong } from "./Fork.ts";
import type { LoopPool } from "./LoopPool.ts";
import { SHORTEST_PART } from "./splits/leastPerPart.ts";

/** No part is left to claim. */
const NOTHING = 0;

/** How often the main thread looks whether workers are done before it sleeps. */
const SPINS = 20_000;

/** How many times as long as was measured a part may take, beside the time of the watchdog: machines are slow, or busy. */
const SLOWEST = 20;

/** Divides jobs between this thread and the workers of a pool, which it keeps. */
export class ForkJoin implements Fork {
  /** How many threads there are, this one included. */
  readonly threads: number;
  private readonly pool: LoopPool;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly watchdog: number;
  private readonly onFailure: (error: WorkerError) => void;
  private working = true;
  /** How many parts were put. */
  private parts = 0;
  /** {@link OPEN} of the last job, without parts. */
  private job = 0;
  /** Its parts that this thread has not claimed; 0 once it is done. */
  private others = 0;
  /** How long to wait for a part of it, in milliseconds. */
  private patience: number;

  /**
   * @param kernels those of the engine, in the order of their exports
   * @param watchdog how long to wait for workers that do not get on, in milliseconds, and so much longer as parts are large
   * @param onFailure is told when a worker has failed, before the job throws
   */
  constructor(
    threads: number,
    pool: LoopPool,
    kernels: Kernels,
    watchdog: number,
    onFailure: (error: WorkerError) => void,
  ) {
    this.threads = threads;
    this.pool = pool;
    this.numbers = new Map(Object.keys(kernels).map((name, i) => [name, i]));
    this.watchdog = watchdog;
    this.patience = watchdog;
    this.onFailure = onFailure;
  }

  /** The number that workers know a kernel by. */
  numberOf(name: string): number {
    const number = this.numbers.get(name);
    if (number === undefined) throw new RangeError(`expected the name of a kernel, got ${name}`);
    return number;
  }

  /** False when everything is computed by this thread alone. */
  get works(): boolean {
    return this.working;
  }

  /** From now on, everything is computed by this thread alone. */
  retire(): void {
    this.working = false;
  }

  /**
   * How many parts to divide some work into; 1 for not at all.
   *
   * @param leastPerPart from how much work on a part is worth its while
   * @param most how many parts there can be
   */
  partsFor(work: number, leastPerPart: number, most: number): number {
    if (!this.working) return 1;
    // Where the stack had no room left, for one, an error may have come between put and run, or before workers were done.
    this.parts = 0;
    if (this.others > 0) this.abandon();
    const parts = partsAmong(this.threads, work, leastPerPart, most);
    if (parts === 1) return 1;
    const shortest = Math.max(1, work / (parts * leastPerPart));
    this.patience = this.watchdog + (SLOWEST * SHORTEST_PART * shortest) / 1e6;
    return parts;
  }

  /** Adds a part to the job that comes next. */
  put(
    o0: number,
    o1: number,
    o2: number,
    o3 = 0,
    o4 = 0,
    o5 = 0,
    o6 = 0,
    o7 = 0,
    o8 = 0,
    o9 = 0,
    o10 = 0,
    o11 = 0,
    o12 = 0,
    o13 = 0,
    o14 = 0,
    o15 = 0,
  ): void {
    const { operands } = this.pool.control;
    const at = this.parts * OPERANDS;
    this.parts += 1;
    operands[at] = o0;
    operands[at + 1] = o1;
    operands[at + 2] = o2;
    operands[at + 3] = o3;
    operands[at + 4] = o4;
    operands[at + 5] = o5;
    operands[at + 6] = o6;
    operands[at + 7] = o7;
    operands[at + 8] = o8;
    operands[at + 9] = o9;
    operands[at + 10] = o10;
    operands[at + 11] = o11;
    operands[at + 12] = o12;
    operands[at + 13] = o13;
    operands[at + 14] = o14;
    operands[at + 15] = o15;
  }

  /**
   * Computes the parts that were put: all threads claim one after the other.
   *
   * @param number the kernel, as workers know it
   * @param kernel the kernel of this thread
   * @returns 0, as kernels that write their results; what the parts gave is in {@link result}
   * @throws WorkerError when a worker fails; what the job was to write is undefined then
   */
  run(number: number, kernel: Kernel): number {
    const { operands, results } = this.pool.control;
    this.begin(number);
    try {
      for (let open = this.claim(); open !== NOTHING; open = this.claim()) {
        this.others -= 1;
        results[open - 1] = callKernel(kernel, operands, open - 1);
      }
    } catch (error) {
      // Nobody may go on writing when this is known.
      this.abandon();
      throw error;
    }
    this.join();
    return 0;
  }

  /** What a part of the last job gave. */
  result(part: number): number {
    return this.pool.control.results[part];
  }

  /** Lets workers claim the parts that were put. */
  begin(number: number): void {
    const { words } = this.pool.control;
    const { parts } = this;
    words[KERNEL] = number;
    words[DONE] = 0;
    this.job = nextSequence(Atomics.load(words, OPEN));
    this.parts = 0;
    this.others = parts;
    Atomics.store(words, OPEN, this.job | parts);
    if (Atomics.load(words, SLEEPING) > 0) Atomics.notify(words, OPEN, parts - 1);
  }

  /** Waits until workers have done all parts of the job that this thread has not claimed. */
  join(): void {
    const { words } = this.pool.control;
    const { others } = this;
    for (let spins = 0; Atomics.load(words, DONE) < others; spins++) {
      if (spins > SPINS) this.sleepUntil(others);
    }
    this.others = 0;
    if (Atomics.load(words, FAILED) !== 0) this.fail(this.workerFailure());
  }

  /** Lets nobody claim a part of the job any more, and waits for those that workers have claimed. */
  private abandon(): void {
    const { words } = this.pool.control;
    const begun = (Atomics.load(words, OPEN) & ~PARTS) === this.job;
    this.others = begun ? this.others - (Atomics.and(words, OPEN, ~PARTS) & PARTS) : 0;
    this.join();
  }

  private sleepUntil(count: number): void {
    const { words } = this.pool.control;
    Atomics.store(words, WAITING, 1);
    for (let done = Atomics.load(words, DONE); done < count; done = Atomics.load(words, DONE)) {
      if (Atomics.wait(words, DONE, done, this.patience) !== "timed-out") continue;
      const parts = count - done === 1 ? "a part" : `${count - done} parts`;
      const patience = Math.round(this.patience);
      this.fail(new WorkerError(`workers have not done ${parts} of an operation in ${patience} ms`));
    }
    Atomics.store(words, WAITING, 0);
  }

  private fail(error: WorkerError): never {
    this.retire();
    this.onFailure(error);
    throw error;
  }

  private workerFailure(): WorkerError {
    const { words } = this.pool.control;
    const worker = Atomics.load(words, FAILED) - 1;
    const message = String.fromCharCode(...words.subarray(MESSAGE, MESSAGE + words[MESSAGE_LENGTH]));
    return new WorkerError(`worker ${worker} failed in a kernel: ${message}`);
  }

  /** Claims a part; gives its number and 1 more, or {@link NOTHING} when all are claimed. */
  private claim(): number {
    const { words } = this.pool.control;
    for (;;) {
      const open = Atomics.load(words, OPEN);
      const left = open & PARTS;
      if (left === NOTHING || Atomics.compareExchange(words, OPEN, open, open - 1) === open) return left;
    }
  }
}
