import { expect, test } from "vitest";
import type { Alternative } from "../src/harness/Comparison.ts";
import { calibrate, kept, measure } from "../src/harness/measure.ts";
import { median } from "../src/harness/median.ts";
import type { Timing } from "../src/harness/Timing.ts";

/** A clock that alternatives move on by themselves. */
class FakeTime {
  now = 0;
  readonly calls: string[] = [];

  timing(sampleTime: number, samples: number): Timing {
    return { clock: () => this.now, sampleTime, samples };
  }

  /** An alternative whose calls take these times in turn, the last one from then on. */
  alternative(name: string, ...durations: readonly [number, ...number[]]): Alternative {
    let call = 0;
    return {
      name,
      run: () => {
        this.calls.push(name);
        this.now += durations[Math.min(call++, durations.length - 1)];
        return name;
      },
    };
  }
}

test("the median is the middle number, or between the middle two, in any order", () => {
  expect(median([3])).toBe(3);
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 100])).toBe(7);
  expect(() => median([])).toThrow("expected at least one number, got none");
});

test("the median leaves its numbers as they are", () => {
  const numbers = [3, 1, 2];
  median(numbers);
  expect(numbers).toEqual([3, 1, 2]);
});

test("alternatives are sampled in alternation", () => {
  const time = new FakeTime();
  measure({ name: "x", alternatives: [time.alternative("a", 10), time.alternative("b", 20)] }, time.timing(10, 3));
  // The first round finds out how many calls are enough.
  expect(time.calls.join("")).toBe("ab".repeat(4));
});

test("a sample has as many calls as make it long enough", () => {
  const time = new FakeTime();
  expect(calibrate(time.alternative("slow", 50), time.timing(20, 1))).toBe(1);
  expect(calibrate(time.alternative("fast", 1), time.timing(20, 1))).toBeGreaterThanOrEqual(20);
  expect(calibrate(time.alternative("fast", 1), time.timing(20, 1))).toBeLessThan(40);
  expect(calibrate(time.alternative("unmeasurable at first", 0, 0, 0, 0.5), time.timing(20, 1))).toBeGreaterThanOrEqual(
    40,
  );
});

test("a first call that takes long does not make samples short", () => {
  const time = new FakeTime();
  const count = calibrate(time.alternative("compiled late", 15, 1), time.timing(20, 1));
  expect(count).toBeGreaterThanOrEqual(2);
  const { measurements } = measure({ name: "x", alternatives: [time.alternative("a", 2)] }, time.timing(20, 5));
  expect(measurements).toEqual([{ name: "a", time: 2, ratio: 1 }]);
});

test("times are medians of single calls, and ratios are medians round by round", () => {
  const time = new FakeTime();
  // After the call that calibrates: the machine is ten times as slow in the second round, for both.
  const a = time.alternative("a", 10, 10, 100, 10);
  const b = time.alternative("b", 10, 30, 300, 30);
  const { name, measurements } = measure({ name: "x", alternatives: [a, b] }, time.timing(10, 3));
  expect(name).toBe("x");
  expect(measurements).toEqual([
    { name: "a", time: 10, ratio: 1 },
    { name: "b", time: 30, ratio: 3 },
  ]);
});

test("what alternatives return is kept", () => {
  const time = new FakeTime();
  measure({ name: "x", alternatives: [time.alternative("a", 10), time.alternative("b", 10)] }, time.timing(10, 1));
  expect(kept.value).toBe("b");
});

test("where speeds are told, ratios are those of speeds", () => {
  const time = new FakeTime();
  const a = { ...time.alternative("a", 10), work: 50e6 };
  const b = { ...time.alternative("b", 20), work: 40e6 };
  const { unit, measurements } = measure({ name: "x", unit: "GB/s", alternatives: [a, b] }, time.timing(10, 3));
  expect(unit).toBe("GB/s");
  expect(measurements).toEqual([
    { name: "a", time: 10, rate: 5, ratio: 1 },
    { name: "b", time: 20, rate: 2, ratio: 0.4 },
  ]);
});

test("ratios can be of speeds without telling any", () => {
  const time = new FakeTime();
  const alternatives = [time.alternative("a", 20), time.alternative("b", 10)] as const;
  const { measurements } = measure({ name: "x", ratios: "speeds", alternatives }, time.timing(10, 3));
  expect(measurements).toEqual([
    { name: "a", time: 20, ratio: 1 },
    { name: "b", time: 10, ratio: 2 },
  ]);
});

test("a difference is that of the last alternative and the first, round by round", () => {
  const time = new FakeTime();
  const a = time.alternative("a", 10, 10, 100, 10);
  const b = time.alternative("b", 13, 13, 103, 14);
  const { measurements } = measure({ name: "x", difference: "cost", alternatives: [a, b] }, time.timing(10, 3));
  expect(measurements.at(-1)).toEqual({ name: "cost", time: 3 });
});

test("a speed needs to know how much is done", () => {
  const time = new FakeTime();
  const comparison = { name: "x", unit: "GB/s", alternatives: [time.alternative("a", 10)] } as const;
  expect(() => measure(comparison, time.timing(10, 1))).toThrow("x: expected the work of a for a speed in GB/s");
});

test("targets are met by ratios that are large enough and times that are short enough", () => {
  const time = new FakeTime();
  const met = (alternative: Alternative): boolean | undefined => {
    const first = { ...time.alternative("first", 10), work: 1 };
    const alternatives = [first, { ...alternative, work: 1 }] as const;
    return measure({ name: "x", unit: "GB/s", alternatives }, time.timing(10, 1)).measurements[1].met;
  };
  expect(met({ ...time.alternative("a", 10), target: { ratioAtLeast: 1 } })).toBe(true);
  expect(met({ ...time.alternative("a", 11), target: { ratioAtLeast: 1 } })).toBe(false);
  expect(met({ ...time.alternative("a", 10), target: { timeAtMost: 10 } })).toBe(true);
  expect(met({ ...time.alternative("a", 11), target: { timeAtMost: 10 } })).toBe(false);
  expect(met(time.alternative("a", 11))).toBeUndefined();
});
