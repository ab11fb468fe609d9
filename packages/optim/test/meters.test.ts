import { ArgumentError } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { AverageMeter, TimeMeter } from "../src/index.ts";

describe("AverageMeter", () => {
  test("counts a smaller batch for less", () => {
    const mean = new AverageMeter().add(1, 64).add(4, 32);
    expect(mean.value).toBe(2);
    expect(mean.count).toBe(96);
  });

  test("takes a weight for how often a number came", () => {
    const weighted = new AverageMeter().add(3, 2).add(7, 0).add(-1, 3);
    const single = new AverageMeter();
    for (const value of [3, 3, -1, -1, -1]) single.add(value);
    expect(weighted.value).toBeCloseTo(0.6, 12);
    expect(weighted.value).toBeCloseTo(single.value, 12);
    expect(weighted.std).toBeCloseTo(Math.sqrt(4.8), 12);
    expect(weighted.std).toBeCloseTo(single.std, 12);
  });

  test("keeps the deviation of numbers that are close together and far from 0", () => {
    const meter = new AverageMeter();
    for (const value of [1e9 + 1, 1e9 + 2, 1e9 + 3]) meter.add(value);
    expect(meter.std).toBe(1);
  });

  test("is not a number before the first one, and has no deviation before the second", () => {
    const meter = new AverageMeter();
    expect([meter.value, meter.std, meter.count]).toEqual([Number.NaN, Number.NaN, 0]);
    expect([meter.add(5).value, meter.std]).toEqual([5, Number.NaN]);
    expect(meter.add(5).std).toBe(0);
    expect(new AverageMeter().add(1, 0).value).toBeNaN();
  });

  test("shows that a number was NaN or infinite", () => {
    expect(new AverageMeter().add(1).add(Number.NaN).value).toBeNaN();
    expect(new AverageMeter().add(1).add(Number.POSITIVE_INFINITY).value).toBe(Number.POSITIVE_INFINITY);
  });

  test("forgets all numbers on reset", () => {
    const meter = new AverageMeter().add(1).add(9).reset().add(2).add(2);
    expect([meter.value, meter.std, meter.count]).toEqual([2, 0, 2]);
  });

  test("refuses other weights and values, and adds nothing then", () => {
    const meter = new AverageMeter().add(2, 3);
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => meter.add(1, weight)).toThrow(ArgumentError);
      expect(() => meter.add(1, weight)).toThrow(`a finite weight from 0 up, got ${weight}`);
    }
    // @ts-expect-error: strings are no numbers
    expect(() => meter.add("1")).toThrow('expected a number, got "1"');
    expect([meter.value, meter.count]).toEqual([2, 3]);
  });
});

describe("TimeMeter", () => {
  function watch(): { time: TimeMeter; pass: (milliseconds: number) => void } {
    let now = 123;
    const time = new TimeMeter({ clock: () => now });
    return {
      time,
      pass: (milliseconds) => {
        now += milliseconds;
      },
    };
  }

  test("runs from the moment it is made, but not while it is stopped", () => {
    const { time, pass } = watch();
    pass(500);
    expect(time.elapsed).toBe(0.5);
    time.stop();
    pass(4000);
    expect(time.stop().elapsed).toBe(0.5);
    time.resume();
    pass(250);
    expect(time.resume().elapsed).toBe(0.75);
  });

  test("knows the time for a unit, and the units in a second", () => {
    const { time, pass } = watch();
    expect([time.perUnit, time.perSecond]).toEqual([Number.NaN, Number.NaN]);
    pass(2000);
    expect(time.perUnit).toBe(Number.POSITIVE_INFINITY);
    time.add().add(7);
    expect([time.count, time.perUnit, time.perSecond]).toEqual([8, 0.25, 4]);
  });

  test("begins anew on reset, and runs or stands as before", () => {
    const { time, pass } = watch();
    pass(1000);
    time.add().reset();
    pass(10);
    expect([time.elapsed, time.count]).toEqual([0.01, 0]);
    time.stop().reset();
    pass(10);
    expect(time.elapsed).toBe(0);
  });

  test("measures real time when it is given no clock", () => {
    const time = new TimeMeter();
    const start = performance.now();
    while (performance.now() < start + 2);
    expect(time.elapsed).toBeGreaterThanOrEqual(0.002);
  });

  test("refuses other units and options, and adds nothing then", () => {
    const time = new TimeMeter();
    expect(() => time.add(-1)).toThrow("a finite number of units from 0 up, got -1");
    expect(() => time.add(Number.NaN)).toThrow(ArgumentError);
    expect(time.count).toBe(0);
    // @ts-expect-error: torchnet's argument
    expect(() => new TimeMeter(true)).toThrow(ArgumentError);
    // @ts-expect-error: a clock is a function
    expect(() => new TimeMeter({ clock: 5 })).toThrow("a clock that is a function, got 5");
  });
});
