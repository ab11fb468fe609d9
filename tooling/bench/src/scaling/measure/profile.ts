import { type KernelCall, withTimedParts } from "@rushlight/parallel/bench";
import { useBackend } from "@rushlight/tensor";
import type { WasmBackend } from "@rushlight/wasm";
import { network } from "../../peers/rushlight/network.ts";
import { train } from "../../peers/rushlight/train.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import type { DividedCall } from "../model/stepTime.ts";
import { bytesOf } from "./bytesOf.ts";
import { lowerQuartile } from "./lowerQuartile.ts";
import { type Pace, repeatAt } from "./timeOf.ts";

/** Buffers take their size in the first steps, and engines compile. */
const FIRST_STEPS = 20;

/**
 * The calls of kernels in a training step, divided as so many threads would: the parts are computed one after the other, and
 * times are lower quartiles over the steps.
 *
 * @throws Error when steps do not make the same calls
 */
export function profile(
  workload: TrainingWorkload,
  threads: number,
  backend: WasmBackend,
  pace: Pace,
): readonly DividedCall[] {
  let calls: KernelCall[] = [];
  const timed = withTimedParts(backend, threads, (call) => calls.push(call));
  useBackend(timed);
  const training = train(network(workload), workload);
  training.run(Math.min(FIRST_STEPS, pace.fewest));
  const steps: KernelCall[][] = [];
  repeatAt(pace, () => {
    calls = [];
    training.run(1);
    steps.push(calls);
  });
  useBackend(backend);
  return joined(steps);
}

/**
 * The calls of several steps as one: lower quartiles of each part.
 *
 * @throws Error when steps do not make the same calls
 */
export function joined(steps: readonly (readonly KernelCall[])[]): readonly DividedCall[] {
  const [first] = steps;
  for (const step of steps) {
    const same = step.length === first.length && step.every(({ kernel }, i) => kernel === first[i].kernel);
    if (!same) throw new Error("expected training steps that make the same calls of kernels");
  }
  return first.map(({ kernel, operands, times }, i) => ({
    kernel,
    parts: times.length,
    // What disturbs a part in one step does not do so in most of them.
    longest: Math.max(...times.map((_, part) => lowerQuartile(steps.map((step) => step[i].times[part])))),
    bytes: bytesOf(kernel, operands),
  }));
}
