import { startDividedKernels } from "@rushlight/parallel/bench";
import type { WasmBackend } from "@rushlight/wasm";
import type { Comparison } from "../../harness/Comparison.ts";

/** The elements of a part: the fewest that a part can have. */
const PART = 64;

/** What it costs to hand out parts that do next to nothing, one for each thread, and to wait for them. */
export async function forkJoin(
  backend: WasmBackend,
  threads: number,
): Promise<{ readonly comparison: Comparison; close(): Promise<void> }> {
  const count = PART * threads;
  const { single, divided, close } = await startDividedKernels(backend, threads);
  const block = backend.memory?.allocate("float32", count);
  if (block === undefined) throw new Error(`expected room for ${count} elements, found none`);
  // The block stays for as long as the alternatives do.
  const address = (): number => block.elements.byteOffset;
  return {
    comparison: {
      name: `fill of ${count} elements`,
      difference: "cost",
      alternatives: [
        { name: "1", run: () => single.fill_f32(count, address(), 1) },
        { name: `${threads}`, run: () => divided.fill_f32(count, address(), 1) },
      ],
    },
    close,
  };
}
