import { expect, test } from "vitest";
import { formatTime, table } from "../src/report/table.ts";

test("times have three digits and a unit that suits them", () => {
  expect([2500, 12.34, 1, 0.5, 0.0123, 0.000_004_56].map(formatTime)).toEqual([
    "2.50 s",
    "12.3 ms",
    "1.00 ms",
    "500 µs",
    "12.3 µs",
    "4.56 ns",
  ]);
});

test("lines have 80 characters, and names that are too long are cut", () => {
  const lines = table([
    {
      name: "add",
      measurements: [
        { name: "loop", time: 1, ratio: 1 },
        { name: "tensor", time: 1.25, ratio: 1.25 },
      ],
    },
    { name: "n".repeat(90), measurements: [{ name: "m".repeat(20), time: 1, ratio: 1 }] },
  ]);
  expect(lines.map((line) => line.length)).toEqual([80, 80, 80, 80]);
  expect(lines[1]).toMatch(/^add +loop +1\.00 ms +1\.00$/);
  expect(lines[2]).toMatch(/^ +tensor +1\.25 ms +1\.25$/);
  expect(lines[3]).toMatch(/^n+… m+… +1\.00 ms +1\.00$/);
});
