import {
  type Control,
  controlAt,
  DONE,
  FAILED,
  KERNEL,
  LONGEST_MESSAGE,
  MESSAGE,
  MESSAGE_LENGTH,
  OPEN,
  OPERANDS,
  PARTS,
  SLEEPING,
  STOPPED,
  WAITING,
} from "./Control.ts";
import { callKernel, type Kernel } from "./callKernel.ts";
import type { LoopTask } from "./LoopTask.ts";

/** What this file needs of the interface: it imports nothing but its neighbours, so that workers start at once. */
declare const WebAssembly: {
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: object } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** Claims parts of jobs and computes them, until it is stopped. */
export function runLoop(task: LoopTask): void {
  const { engine, worker, scratch, scratchOperands, entry, spins } = task;
  const { exports } = new WebAssembly.Instance(engine.module, { env: { memory: engine.memory } });
  const kernels = Object.values(exports).filter((each): each is Kernel => typeof each === "function");
  const control = controlAt(engine.memory.buffer, task.control);
  const { words, operands, results } = control;
  for (;;) {
    const open = nextOpen(words, entry, spins);
    if (open === undefined) return;
    if (Atomics.compareExchange(words, OPEN, open, open - 1) !== open) continue;
    const part = (open & PARTS) - 1;
    const kernel = words[KERNEL];
    const scratchOperand = scratchOperands[kernel];
    if (scratchOperand >= 0) operands[part * OPERANDS + scratchOperand] = scratch;
    try {
      results[part] = callKernel(kernels[kernel], operands, part);
    } catch (error) {
      report(control, worker, error);
    }
    Atomics.add(words, DONE, 1);
    if (Atomics.load(words, WAITING) === 1) Atomics.notify(words, DONE);
  }
}

/** Waits for a job with parts to claim; undefined when there will be none. */
function nextOpen(words: Int32Array, entry: number, spins: number): number | undefined {
  for (let looked = 0; ; looked++) {
    const open = Atomics.load(words, OPEN);
    if ((open & PARTS) !== 0) return open;
    if (Atomics.load(words, STOPPED) >= entry) return undefined;
    if (looked < spins) continue;
    Atomics.add(words, SLEEPING, 1);
    Atomics.wait(words, OPEN, open);
    Atomics.sub(words, SLEEPING, 1);
    looked = 0;
  }
}

/** Leaves the message of an error where the main thread finds it when all parts are done. Of several, the first one counts. */
function report({ words }: Control, worker: number, error: unknown): void {
  if (Atomics.compareExchange(words, FAILED, 0, worker + 1) !== 0) return;
  const message = String(error).slice(0, LONGEST_MESSAGE);
  for (let i = 0; i < message.length; i++) words[MESSAGE + i] = message.charCodeAt(i);
  words[MESSAGE_LENGTH] = message.length;
}
