import { DataError } from "@rushlight/data";
import { describe, expect, it } from "vitest";
import { split, usualValidation } from "../../src/digits/split.ts";

describe("split", () => {
  it("puts every digit in one of both parts", () => {
    const { train, validation } = split(100, 30, 1);
    expect([train.length, validation.length]).toEqual([70, 30]);
    expect([...train, ...validation].sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
  });

  it("draws those that are held back from the whole, the same for the same seed", () => {
    const { validation } = split(1000, 100, 7);
    expect(validation.filter((i) => i < 500).length).toBeGreaterThan(30);
    expect(validation.filter((i) => i < 500).length).toBeLessThan(70);
    expect(split(1000, 100, 7).validation).toEqual(validation);
    expect(split(1000, 100, 8).validation).not.toEqual(validation);
  });

  it("leaves the order when nothing is held back", () => {
    expect([...split(4, 0, 1).train]).toEqual([0, 1, 2, 3]);
  });

  it("refuses to hold everything back", () => {
    expect(() => split(100, 100, 1)).toThrow(
      new DataError("--validation 100: expected fewer than the 100 digits that there are to train with"),
    );
  });

  it("usually holds back 5,000 of MNIST", () => {
    expect(usualValidation(60_000)).toBe(5000);
  });
});
