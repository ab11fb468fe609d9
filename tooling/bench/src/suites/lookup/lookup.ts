import * as nn from "@rushlight/nn";
import { type Backend, Generator, Tensor, useBackend } from "@rushlight/tensor";
import type { Alternative, Comparison } from "../../harness/Comparison.ts";
import { on } from "../on.ts";
import type { Suite } from "../Suite.ts";
import { theWasmBackend } from "../theWasmBackend.ts";

const OUTPUT = 64;
const BATCH = 100;
/** Steps take these in turn, so that rows come from all over the table. */
const BATCHES = 64;

type Step = (table: nn.LookupTable, indices: Tensor) => Tensor;

/** What a step costs as a lookup table grows. */
export const lookup: Suite = {
  name: "lookup",
  about: `training steps of lookup tables of so many rows of ${OUTPUT} elements, with ${BATCH} random indices each`,
  prepare() {
    const wasm = theWasmBackend();
    useBackend(wasm);
    const gradOutput = new Tensor([BATCH, OUTPUT], { resident: true }).fill(1);
    const step: Step = (table, indices) => {
      table.zeroGradParameters();
      table.forward(indices);
      table.backward(indices, gradOutput);
      table.updateParameters(1e-3);
      return table.output;
    };
    const update: Step = (table, indices) => {
      table.forward(indices);
      table.backwardUpdate(indices, gradOutput, 1e-3);
      return table.output;
    };
    const tables = [table(wasm, 1_000), table(wasm, 100_000), table(wasm, 1_000_000)] as const;
    const handedOut = table(wasm, 100_000);
    handedOut.table.parameters();
    const [small, ...larger] = tables;
    const compared = (name: string, run: Step, batches: number): Comparison => ({
      name,
      alternatives: [small.taking(run, batches), ...larger.map((each) => each.taking(run, batches))],
    });
    return {
      comparisons: [
        compared("a step, always the same rows", step, 1),
        compared("a step, other rows each time", step, BATCHES),
        compared("by backwardUpdate, other rows", update, BATCHES),
        {
          name: "a step by rows in use, by all",
          alternatives: [
            { ...larger[0].taking(step, BATCHES), name: "in use" },
            { ...handedOut.taking(step, BATCHES), name: "all" },
          ],
        },
      ],
      remarks: ["Other rows of a small table are in the processor's caches; those of a large one come from memory"],
    };
  },
};

/** A table of so many rows, and what makes steps of it that take some batches of indices in turn. */
function table(
  backend: Backend,
  rows: number,
): { readonly table: nn.LookupTable; taking(step: Step, batches: number): Alternative } {
  const made = new nn.LookupTable(rows, OUTPUT);
  const generator = new Generator(1);
  const indices = Array.from({ length: BATCHES }, () =>
    new Tensor([BATCH], { dtype: "int32" }).random(0, rows - 1, { generator }),
  );
  return {
    table: made,
    taking(step, batches) {
      let next = 0;
      return {
        name: rows.toLocaleString("en", { notation: "compact" }),
        run: on(backend, () => step(made, indices[next++ % batches])),
      };
    },
  };
}
