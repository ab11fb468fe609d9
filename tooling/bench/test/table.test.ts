import { expect, test } from "vitest";
import type { Measured } from "../src/harness/measure.ts";
import { formatTime, threeDigits, wrap } from "../src/report/format.ts";
import { table } from "../src/report/table.ts";

test("times have three digits and a unit that suits them", () => {
  const times = [2500, 12.34, 1, 0.5, 0.0123, 0.000_004_56];
  expect(times.map(formatTime)).toEqual(["2.50 s", "12.3 ms", "1.00 ms", "500 µs", "12.3 µs", "4.56 ns"]);
});

test("numbers have three digits, or as many as there are before the point", () => {
  expect([0, 0.012_34, 1.234, 12.34, 123.4, 1234].map(threeDigits)).toEqual([
    "0",
    "0.0123",
    "1.23",
    "12.3",
    "123",
    "1234",
  ]);
});

test("long text is wrapped at 80 characters, and a word that is longer stays whole", () => {
  const long = "x".repeat(90);
  expect(wrap(`${"word ".repeat(20)}${long} end`, "  ")).toEqual([
    `  ${"word ".repeat(15)}word`.slice(0, 76),
    "    word word word word word",
    `    ${long}`,
    "    end",
  ]);
  expect(wrap("short")).toEqual(["short"]);
});

test("lines have 80 characters, and names that are too long are cut", () => {
  const measured: Measured[] = [
    {
      name: "add",
      measurements: [
        { name: "loop", time: 1, ratio: 1 },
        { name: "tensor", time: 1.25, ratio: 1.25 },
      ],
    },
    { name: "n".repeat(90), measurements: [{ name: "m".repeat(20), time: 1, ratio: 1 }] },
  ];
  const lines = table(measured);
  expect(lines.map((line) => line.length)).toEqual([80, 80, 80, 80]);
  expect(lines[1]).toMatch(/^add +loop +1\.00 ms +1\.00 +$/);
  expect(lines[2]).toMatch(/^ +tensor +1\.25 ms +1\.25 +$/);
  expect(lines[3]).toMatch(/^n+… m+… +1\.00 ms +1\.00 +$/);
});

test("what has no ratio leaves its place empty", () => {
  const lines = table([{ name: "x", measurements: [{ name: "cost", time: 0.001 }] }]);
  expect(lines[1]).toMatch(/^x +cost +1\.00 µs +$/);
});

test("speeds have their unit, and targets say whether they are met", () => {
  const measurements = [
    { name: "loop", time: 1, rate: 60, ratio: 1 },
    { name: "wasm", time: 2, rate: 54, ratio: 0.9, met: true },
    { name: "blas", time: 2, rate: 30, ratio: 0.5, met: false },
  ];
  const lines = table([{ name: "512", unit: "GFLOP/s", measurements }]);
  expect(lines[1]).toMatch(/loop +1\.00 ms +60\.0 GFLOP\/s +1\.00 +$/);
  expect(lines[2]).toMatch(/wasm +2\.00 ms +54\.0 GFLOP\/s +0\.90 +met$/);
  expect(lines[3]).toMatch(/blas +2\.00 ms +30\.0 GFLOP\/s +0\.50 +missed$/);
});
