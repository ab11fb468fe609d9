import { startThreads } from "@rushlight/parallel";
import { type Backend, useBackend } from "@rushlight/tensor";
import type { Alternative, Comparison } from "../../harness/Comparison.ts";
import { useEverything } from "../elementwise/variety.ts";
import { on } from "../on.ts";
import type { Suite } from "../Suite.ts";
import { theWasmBackend } from "../theWasmBackend.ts";
import { type Case, cases } from "./cases.ts";
import { forkJoin } from "./forkJoin.ts";

/** What several threads must reach at least of the speed of one: no loss, apart from what measuring can not tell. */
const NO_LOSS = 0.97;

/** What dividing operations among threads costs, and what it gains. */
export const threads: Suite = {
  name: "threads",
  about: "operations on one thread and divided among several, below and above the sizes from which they are divided",
  async prepare(count) {
    if (count === 1) return { comparisons: [], remarks: ["There is one thread alone: nothing to compare"] };
    const wasm = theWasmBackend();
    useBackend(wasm);
    const overhead = await forkJoin(wasm, count);
    const made = cases();
    const started = await startThreads({ threads: count });
    const parallel = started.backend;
    for (const backend of [wasm, parallel]) {
      useBackend(backend);
      useEverything();
    }
    return {
      comparisons: [overhead.comparison, ...made.map((each) => compare(each, wasm, parallel, count))],
      async close() {
        await Promise.all([overhead.close(), started.close()]);
      },
    };
  },
};

function compare({ name, work, atLeast, run }: Case, wasm: Backend, parallel: Backend, count: number): Comparison {
  const counted = work === undefined ? {} : { work };
  const target: Alternative["target"] = { ratioAtLeast: atLeast ?? NO_LOSS };
  const alternatives: Comparison["alternatives"] = [
    { name: "1", ...counted, run: on(wasm, run) },
    { name: `${count}`, ...counted, run: on(parallel, run), target },
  ];
  return { name, ...(work === undefined ? { ratios: "speeds" } : { unit: "GFLOP/s" }), alternatives };
}
