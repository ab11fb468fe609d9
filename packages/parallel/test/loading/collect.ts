import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { heapStats } from "@rushlight/nn";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** How many blocks the heap has after garbage was collected until it has no more than that, or a while has passed. */
export async function blocksAfter(expected: number): Promise<number> {
  for (let i = 0; i < 20 && blocks() > expected; i++) {
    if (typeof collect === "function") Reflect.apply(collect, undefined, []);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return blocks();
}

/** How many blocks the heap has. */
export function blocks(): number {
  return heapStats()?.blocks ?? 0;
}
