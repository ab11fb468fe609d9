import type { Backend } from "@rushlight/tensor";
import type { WasmBackend } from "@rushlight/wasm";
import { type KernelName, type Kernels, sharedEngine, withKernels } from "@rushlight/wasm/threads";
import type { Kernel } from "../threads/callKernel.ts";
import { SCRATCH_BYTES } from "../threads/LoopPool.ts";
import { forkedKernels } from "../threads/splits/forkedKernels.ts";
import { SHORTEST_PART } from "../threads/splits/leastPerPart.ts";
import { checkCount } from "./checkCount.ts";
import { SequentialFork } from "./SequentialFork.ts";

/** A call of a kernel, and how long its parts took. */
export interface KernelCall {
  readonly kernel: KernelName;
  readonly operands: readonly number[];
  /** How long each of its parts took, in milliseconds; one time when it was not divided. */
  readonly times: readonly number[];
}

/**
 * The same backend with operations divided as so many threads divide them, but without threads: this one computes one part
 * after the other, and tells how long they take. So it can be seen how a program would be divided among more cores than a
 * machine has, and how evenly. What the clock itself takes is taken off. Results stay the same to the last bit.
 *
 * @param backend one whose memory threads can share
 * @param threads how many threads there would be: 1 to 63
 * @param note is told about each call of a kernel when it has ended
 * @throws ArgumentError for a number of threads that is out of range, and when threads can not share the backend's memory
 * @example
 * ```ts
 * import { withTimedParts } from "@rushlight/parallel/bench";
 * import { backend, mm, ones, useBackend } from "@rushlight/tensor";
 * import "@rushlight/nn";
 *
 * const parts: number[] = [];
 * useBackend(withTimedParts(backend(), 8, ({ times }) => parts.push(times.length)));
 * mm(ones(512, 512), ones(512, 512));
 * console.log(Math.max(...parts)); // 8
 * ```
 */
export function withTimedParts(backend: Backend, threads: number, note: (call: KernelCall) => void): WasmBackend {
  checkCount("withTimedParts", "threads", threads, 1);
  const { memory } = sharedEngine(backend);
  const fork = new SequentialFork(threads);
  const clock = clockTime();
  return withKernels(backend, (kernels: Kernels) => {
    const timed: Record<KernelName, Kernel> = { ...kernels };
    const settings = { scratchBytes: SCRATCH_BYTES, shortestPart: SHORTEST_PART };
    for (const [name, divided] of entriesOf(forkedKernels(kernels, fork, memory, settings))) {
      timed[name] = (...operands) => {
        fork.reset();
        const start = performance.now();
        const result = divided(...operands);
        const time = performance.now() - start;
        const times = fork.times.length === 0 ? [time] : fork.times;
        note({ kernel: name, operands, times: times.map((each) => Math.max(0, each - clock)) });
        return result;
      };
    }
    return timed;
  });
}

/** What reading the clock twice measures when nothing is in between, in milliseconds. */
function clockTime(): number {
  const times = Array.from({ length: READINGS }, () => {
    const start = performance.now();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[READINGS / 2];
}

const READINGS = 4096;

function entriesOf(kernels: Kernels): [KernelName, Kernel][] {
  return Object.entries(kernels).filter((entry): entry is [KernelName, Kernel] => entry[0] in kernels);
}
