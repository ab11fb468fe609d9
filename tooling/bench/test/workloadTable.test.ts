import { expect, test } from "vitest";
import { workloadTable } from "../src/report/workloadTable.ts";
import type { Outcome } from "../src/workloads/Outcome.ts";

function outcome(workload: string, system: string, msPerStep: number | undefined): Outcome {
  return { workload, system, threads: 1, msPerStep, reason: undefined, complaint: undefined, versions: {} };
}

test("workloads that have no room on a line come below, without the systems that have no figure there", () => {
  const workloads = ["A", "B", "F", "G", "H", "I", "J", "K"];
  const lines = workloadTable([
    ...workloads.map((name) => outcome(name, "wasm", 1)),
    ...workloads.map((name, i) => outcome(name, "tfjs-wasm", i < 6 ? 3 : undefined)),
  ]);
  expect(lines).toEqual([
    "ms per step                  A         B         F         G         H         I",
    "wasm, 1 thread            1.00      1.00      1.00      1.00      1.00      1.00",
    "tfjs-wasm, 1 thread       3.00      3.00      3.00      3.00      3.00      3.00",
    "",
    "ms per step                  J         K",
    "wasm, 1 thread            1.00      1.00",
  ]);
});
