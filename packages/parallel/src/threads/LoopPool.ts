import { ArgumentError, type Backend } from "@rushlight/tensor";
import { type LentMemory, lendMemory, sharedEngine } from "@rushlight/wasm/threads";
import { Piscina } from "piscina";
import { WorkerError } from "../errors/WorkerError.ts";
import { CONTROL_BYTES, type Control, controlAt, nextSequence, OPEN, STOPPED } from "./Control.ts";
import type { LoopTask } from "./LoopTask.ts";

/**
 * The scratch memory of a worker: what a matrix product packs, and as much again for kernels that need more the larger their
 * operands are.
 */
export const SCRATCH_BYTES: number = 640 * 1024;

/** Where scratch memory begins, behind the control: in a cache line of its own. */
const SCRATCH_START = Math.ceil(CONTROL_BYTES / 64) * 64;

/**
 * How often a worker looks for a job before it sleeps: about two tenths of a millisecond, longer than most gaps between the
 * operations of a training step.
 */
const SPINS = 20_000;

/** Workers in a kernel loop, and the memory that they share with this thread. */
export class LoopPool {
  readonly control: Control;
  private readonly piscina: Piscina<unknown, unknown>;
  private readonly engine: LoopTask["engine"];
  private readonly scratchOperands: Int8Array;
  private readonly workers: number;
  /** What the workers use of the memory, until they have ended: the control, and scratch memory for each. */
  private readonly lent: LentMemory;
  private readonly filename: string;
  private entries = 0;
  private closing: Promise<void> | undefined;

  /**
   * @param scratchOperands for each kernel, which operand is the address of scratch memory
   * @param onLost is told when a worker ends that was not told to
   * @throws ArgumentError when threads can not share the backend's memory, or there is no room in it
   */
  constructor(
    backend: Backend,
    workers: number,
    filename: string,
    scratchOperands: Int8Array,
    onLost: (error: WorkerError) => void,
  ) {
    const { module, memory } = sharedEngine(backend);
    this.filename = filename;
    this.engine = { module, memory };
    this.scratchOperands = scratchOperands;
    this.workers = workers;
    const bytes = SCRATCH_START + workers * SCRATCH_BYTES;
    const lent = lendMemory(backend, bytes);
    if (lent === undefined) {
      throw new ArgumentError(`startThreads: expected room for ${bytes} bytes in the shared memory, found none`);
    }
    this.lent = lent;
    this.control = controlAt(memory.buffer, lent.address);
    this.control.words.fill(0);
    this.piscina = new Piscina({
      filename,
      minThreads: workers,
      maxThreads: workers,
      concurrentTasksPerWorker: 1,
      // Between tasks a worker waits in its event loop, where the kernel loop is started.
      atomics: "disabled",
    });
    this.piscina.on("error", (cause: unknown) => {
      if (this.closing === undefined) onLost(new WorkerError("a worker has failed", { cause }));
    });
    for (const thread of this.piscina.threads) {
      thread.once("exit", (code) => {
        if (this.closing === undefined) onLost(new WorkerError(`a worker has ended, with code ${code}`));
      });
    }
  }

  /**
   * Makes all workers enter their loop.
   *
   * @throws WorkerError when they can not be started
   */
  async enter(): Promise<void> {
    this.entries += 1;
    const entry = this.entries;
    const { engine, scratchOperands } = this;
    const control = this.lent.address;
    const tasks = Array.from({ length: this.workers }, (_, worker): LoopTask => {
      const scratch = control + SCRATCH_START + worker * SCRATCH_BYTES;
      return { engine, control, worker, scratch, scratchOperands, entry, spins: SPINS };
    });
    await this.each("default", tasks);
  }

  /** Makes all workers leave their loop, and waits until they have. */
  async leave(): Promise<void> {
    const { words } = this.control;
    Atomics.store(words, STOPPED, this.entries);
    Atomics.store(words, OPEN, nextSequence(Atomics.load(words, OPEN)));
    Atomics.notify(words, OPEN);
    await this.each(
      "outside",
      Array.from({ length: this.workers }, () => undefined),
    );
  }

  /** Gives each worker a task: they are handed out in one go, to workers that have none. */
  private async each(name: string, tasks: readonly unknown[]): Promise<void> {
    try {
      await Promise.all(tasks.map((task) => this.piscina.run(task, { name })));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new WorkerError(`expected workers that start with ${this.filename}: ${reason}`, { cause });
    }
  }

  /** Ends the workers, whatever they are doing. Then others may use the memory: nothing may be divided any more. */
  close(): Promise<void> {
    this.closing ??= this.piscina.destroy().then(() => {
      this.lent.giveBack();
    });
    return this.closing;
  }
}
