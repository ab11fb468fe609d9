import { expect, test } from "vitest";
import { bytesOf } from "../../src/scaling/measure/bytesOf.ts";
import { lowerQuartile } from "../../src/scaling/measure/lowerQuartile.ts";
import { joined } from "../../src/scaling/measure/profile.ts";
import { bandwidthOf, fitBandwidth } from "../../src/scaling/model/Bandwidth.ts";
import { fitHandling, fitMoving } from "../../src/scaling/model/fitted.ts";
import { lineThrough, valueAt } from "../../src/scaling/model/Line.ts";
import { modelled, serialTime } from "../../src/scaling/model/Measurements.ts";
import { plainTime, type ReplicaCosts, strongTime, weakTime } from "../../src/scaling/model/replicaTime.ts";
import { type Costs, type DividedCall, dividedTime, stepTime } from "../../src/scaling/model/stepTime.ts";
import { costs, replica, workload } from "./fakes.ts";

function call(parts: number, longest: number, bytes = 0): DividedCall {
  return { kernel: "map_tanh_f32", parts, longest, bytes };
}

test("a line goes through points on one, and between others with the least squares", () => {
  expect(
    lineThrough([
      [2, 7],
      [4, 11],
    ]),
  ).toEqual({ intercept: 3, slope: 2 });
  const { intercept, slope } = lineThrough([
    [0, 0],
    [1, 3],
    [2, 0],
  ]);
  expect([intercept, slope]).toEqual([1, 0]);
  expect(valueAt({ intercept: 3, slope: 2 }, 10)).toBe(23);
  expect(() =>
    lineThrough([
      [1, 2],
      [1, 3],
    ]),
  ).toThrow("at least two different x");
});

test("the bandwidth is that of one thread and of two, and grows less and less", () => {
  const bandwidth = fitBandwidth(10, 16);
  expect(bandwidth).toEqual({ one: 10, contention: 0.25 });
  expect(bandwidthOf(bandwidth, 1)).toBe(10);
  expect(bandwidthOf(bandwidth, 2)).toBe(16);
  expect(bandwidthOf(bandwidth, 1000)).toBeGreaterThan(39);
  expect(bandwidthOf(bandwidth, 1000)).toBeLessThan(40);
});

test("threads that do not disturb each other move as many times as much", () => {
  expect(fitBandwidth(10, 21).contention).toBe(0);
  expect(bandwidthOf(fitBandwidth(10, 21), 8)).toBe(80);
});

test("a step is what is serial, the longest parts, and what dividing costs", () => {
  expect(stepTime(5, [], costs)).toBe(5);
  expect(stepTime(5, [call(1, 2)], costs)).toBe(7);
  // 1 + 0.5·4 for four parts, and 0.25 for moving.
  expect(stepTime(5, [call(4, 2), call(1, 3)], costs)).toBe(5 + 2 + 3 + 3.25);
});

test("a call that moves more than the memory can give takes as long as the memory needs", () => {
  // Four threads move 400 / (1 + 0.5·3) = 160 bytes in a millisecond.
  expect(stepTime(0, [call(4, 1, 1600)], costs)).toBe(10 + 3.25);
  expect(stepTime(0, [call(4, 11, 1600)], costs)).toBe(11 + 3.25);
});

test("a line that goes below 0 does not make steps shorter", () => {
  const odd: Costs = { ...costs, forkJoin: { intercept: -9, slope: 1 } };
  expect(stepTime(0, [call(2, 1)], odd)).toBe(1.25);
});

test("the time in divided calls is that on one thread", () => {
  expect(dividedTime([call(1, 5), call(1, 7), call(1, 9)], [call(2, 3), call(1, 7), call(2, 5)])).toBe(14);
});

test("what kernels leave of a step on one thread is serial, so that the model is exact for one thread", () => {
  const measured = workload("D", [20, 15], new Map([[1, [call(1, 5), call(1, 7)]]]));
  expect(serialTime(measured)).toBe(8);
  expect(modelled(measured, 1, costs)).toBe(20);
  expect(() => modelled(measured, 2, costs)).toThrow("D: expected the calls of a step with 2 threads");
});

test("kernels that take longer with a clock than a whole step without leave nothing", () => {
  expect(serialTime(workload("D", [10, 9], new Map([[1, [call(1, 12)]]])))).toBe(0);
});

test("moving is what two threads are slower by than the model, for each divided call", () => {
  const free: Costs = { ...costs, forkJoin: { intercept: 0, slope: 0 } };
  const divided = (two: number, count: number) =>
    workload(
      "D",
      [10, two],
      new Map([
        [1, Array.from({ length: count }, () => call(1, 10 / count))],
        [2, Array.from({ length: count }, () => call(2, 5 / count))],
      ]),
    );
  expect(fitMoving([divided(7, 4)], free)).toBeCloseTo(0.5, 10);
  expect(fitMoving([divided(7, 4), divided(6, 2)], free)).toBeCloseTo(0.5, 10);
  // Faster than the model: the model is as fast as it can be.
  expect(fitMoving([divided(4, 4)], free)).toBe(0);
  expect(fitMoving([], free)).toBe(0);
});

test("handling is what two workers are slower by than the model", () => {
  const measured = workload("D", [10, 8], new Map());
  // 46.5 by the model, 50 as measured.
  expect(fitHandling([measured])).toBeCloseTo(3.5, 10);
  expect(fitHandling([{ ...measured, withTwoWorkers: 40 }])).toBe(0);
  // Of two, the short step counts more: an error is relative.
  const [short, long] = [10, 1000].map((time) => ({ ...measured, withTwoWorkers: time + 46.5 }));
  expect(fitHandling([short, long])).toBeLessThan(30);
});

test("a lower quartile is not above a quarter of the numbers, whatever their order", () => {
  expect(lowerQuartile([9, 1, 8, 7, 2])).toBe(2);
  expect(lowerQuartile([3])).toBe(3);
  expect(() => lowerQuartile([])).toThrow("expected at least one number, got none");
});

test("bytes are counted of kernels that do little else, and only of those that no core's own cache holds", () => {
  const count = 2 ** 20;
  expect(bytesOf("fill_f32", [count, 8, 0])).toBe(4 * count);
  expect(bytesOf("map_tanh_f64", [count])).toBe(16 * count);
  expect(bytesOf("zip_add_f32", [count])).toBe(12 * count);
  expect(bytesOf("step_sgd_f32", [count, 8, 8, 0])).toBe(12 * count);
  expect(bytesOf("step_sgd_f32", [count, 8, 8, 8])).toBe(20 * count);
  expect(bytesOf("zip_add_f32", [1000])).toBe(0);
  expect(bytesOf("gemm_f32", [count, count])).toBe(0);
});

test("the calls of several steps are lower quartiles part by part, and the longest part counts", () => {
  const step = (...times: readonly number[]) => [{ kernel: "zip_add_f32" as const, operands: [10], times }];
  // One part was disturbed in each step, and never twice the same.
  expect(joined([step(1, 90), step(80, 2), step(1, 2), step(1, 2)])).toEqual([
    { kernel: "zip_add_f32", parts: 2, longest: 2, bytes: 0 },
  ]);
  expect(() => joined([step(1), []])).toThrow("expected training steps that make the same calls of kernels");
});

test("replicas take the largest slice, messages, additions one after the other, and the update", () => {
  expect(plainTime(replica)).toBe(64 + 8);
  expect(strongTime(replica, 1, 0)).toBe(64 + 2 + 1 + 8);
  expect(strongTime(replica, 4, 0)).toBe(16 + 2 + 3 * 0.5 + 3 * 3 + 1 + 8);
  expect(weakTime(replica, 4, 0)).toBe(64 + 2 + 3 * 0.5 + 3 * 3 + 1 + 8);
  expect(strongTime(replica, 4, 5)).toBe(strongTime(replica, 4, 0) + 5);
  expect(weakTime(replica, 4, 5)).toBe(weakTime(replica, 4, 0) + 5);
});

test("there are no more slices than samples", () => {
  const few: ReplicaCosts = { ...replica, batch: 3 };
  expect(strongTime(few, 64, 0)).toBe(strongTime(few, 3, 0));
  expect(weakTime(few, 64, 0)).toBeGreaterThan(weakTime(few, 3, 0));
});
