import { describe, expect, it } from "vitest";
import { areaAverage } from "../../src/images/areaAverage.ts";

const values = [
  [1, 2, 3],
  [4, 5, 6],
];
const source = { width: 3, readRow: (y: number, row: Float32Array): void => row.set(values[y]) };
const whole = { left: 0, top: 0, width: 3, height: 2 };

describe("areaAverage", () => {
  it("gives the mean of all for one pixel", () => {
    expect(areaAverage(source, whole, { width: 1, height: 1, xStep: 3, yStep: 2 }).data[0]).toBeCloseTo(3.5, 5);
  });

  it("counts pixels by the share that is covered", () => {
    const { data } = areaAverage(source, whole, { width: 2, height: 1, xStep: 1.5, yStep: 2 });
    expect(data[0]).toBeCloseTo((2.5 + 3.5 / 2) / 1.5, 5);
    expect(data[1]).toBeCloseTo((4.5 + 3.5 / 2) / 1.5, 5);
  });

  it("repeats pixels when the result is larger", () => {
    const { data } = areaAverage(source, whole, { width: 6, height: 2, xStep: 0.5, yStep: 1 });
    for (const [i, value] of [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6].entries()) expect(data[i]).toBeCloseTo(value, 5);
  });

  it("takes what is outside the box for 0", () => {
    const { data } = areaAverage(
      source,
      { left: 1, top: 0, width: 1, height: 2 },
      { width: 1, height: 1, xStep: 2, yStep: 2 },
    );
    expect(data[0]).toBeCloseTo((2 + 5) / 4, 5);
  });
});
