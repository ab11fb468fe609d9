import { expect, test } from "vitest";
import type { Outcome } from "../src/workloads/Outcome.ts";
import { verdictsOn } from "../src/workloads/targets.ts";

function outcome(workload: string, system: string, msPerStep: number | undefined, threads = 1): Outcome {
  return { workload, system, threads, msPerStep, reason: undefined, complaint: undefined, versions: {} };
}

function verdicts(...outcomes: readonly Outcome[]): unknown[] {
  return verdictsOn(outcomes).map(({ workload, ratio, promise, value, met }) => [workload, ratio, promise, value, met]);
}

test("each promise is judged for each workload, and the large one has limits of its own", () => {
  const of = (workload: string): Outcome[] => [
    outcome(workload, "blas", 0.9),
    outcome(workload, "wasm", 2),
    outcome(workload, "pytorch", 1),
    outcome(workload, "tfjs-wasm", 20),
  ];
  expect(verdicts(...of("D"), ...of("L"))).toEqual([
    ["D", "blas / pytorch", "at most 0.8", 0.9, false],
    ["L", "blas / pytorch", "at most 1.0", 0.9, true],
    ["D", "wasm, up to two threads / pytorch", "at most 1.0", 2, false],
    ["L", "wasm, up to two threads / pytorch", "at most 2.5", 2, true],
    ["D", "tfjs-wasm / wasm, up to two threads", "at least 10", 10, true],
    ["L", "tfjs-wasm / wasm, up to two threads", "at least 10", 10, true],
    ["D", "wasm, one thread / several threads", "at least 0.97", undefined, undefined],
    ["L", "wasm, one thread / several threads", "at least 1.6", undefined, undefined],
  ]);
});

test("the best figures count, ours with up to two threads", () => {
  const [, wasm] = verdictsOn([
    outcome("D", "wasm", 3, 1),
    outcome("D", "wasm", 2, 2),
    outcome("D", "wasm", 1, 4),
    outcome("D", "pytorch", 8, 1),
    outcome("D", "pytorch", 4, 8),
  ]);
  expect(wasm.value).toBe(0.5);
});

test("a convolution is compared on one thread too, and workloads without a promise are not judged", () => {
  const outcomes = [
    outcome("CNN", "wasm", 3),
    outcome("CNN", "pytorch", 4),
    outcome("CNN", "pytorch", 2, 2),
    outcome("BN", "wasm", 3),
    outcome("BN", "pytorch", 4),
  ];
  expect(verdicts(...outcomes)).toEqual([
    ["CNN", "blas / pytorch", "at most 0.8", undefined, undefined],
    ["CNN", "wasm, up to two threads / pytorch", "at most 1.0", 1.5, false],
    ["CNN", "wasm / pytorch, both with one thread", "at most 1.0", 0.75, true],
    ["CNN", "tfjs-wasm / wasm, up to two threads", "at least 10", undefined, undefined],
    ["CNN", "wasm, one thread / several threads", "at least 0.97", undefined, undefined],
    ["BN", "wasm, one thread / several threads", "at least 0.97", undefined, undefined],
  ]);
});

test("several threads must not be slower than one, and much faster on large networks", () => {
  const speedUps = ["D", "C", "L", "CNN2", "MP"].flatMap((workload) => [
    outcome(workload, "wasm", 1.5, 1),
    outcome(workload, "wasm", 1, 4),
  ]);
  const several = verdicts(...speedUps).filter((verdict) => String(verdict).includes("several"));
  expect(several).toEqual([
    ["D", "wasm, one thread / several threads", "at least 0.97", 1.5, true],
    ["C", "wasm, one thread / several threads", "at least 1.6", 1.5, false],
    ["L", "wasm, one thread / several threads", "at least 1.6", 1.5, false],
    ["CNN2", "wasm, one thread / several threads", "at least 0.97", 1.5, true],
    ["MP", "wasm, one thread / several threads", "at least 0.97", 1.5, true],
  ]);
});

test("what was not measured is neither met nor missed", () => {
  expect(verdicts(outcome("D", "wasm", 1), outcome("D", "pytorch", undefined))).toEqual([
    ["D", "blas / pytorch", "at most 0.8", undefined, undefined],
    ["D", "wasm, up to two threads / pytorch", "at most 1.0", undefined, undefined],
    ["D", "tfjs-wasm / wasm, up to two threads", "at least 10", undefined, undefined],
    ["D", "wasm, one thread / several threads", "at least 0.97", undefined, undefined],
  ]);
});
