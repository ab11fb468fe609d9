import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Heap } from "../src/heap/Heap.ts";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Collects garbage until the heap has no more blocks than that, or a while has passed. */
export async function collectUntil(heap: Heap, blocks: number): Promise<void> {
  for (let i = 0; i < 50 && heap.stats().blocks > blocks; i++) {
    if (typeof collect === "function") Reflect.apply(collect, undefined, []);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
