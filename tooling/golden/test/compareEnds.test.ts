import { expect, test } from "vitest";
import { compareEnds } from "../src/suites/optim/compareEnds.ts";

const recorded = [8, 4, 2, 1.5, 1];

test("a search that begins and ends with the recorded values passes, however many are between", () => {
  expect(compareEnds("values", recorded, [8, 4, 1.005], 0.01)).toEqual([]);
  expect(compareEnds("values", recorded, [8, 4.001, 3, 2.5, 1.4, 1.1, 1], 0.01)).toEqual([]);
});

test("another beginning, another end, and values that rise or are not numbers fail", () => {
  expect(compareEnds("values", recorded, [8, 4.1, 1], 0.01)).toHaveLength(1);
  expect(compareEnds("values", recorded, [8, 4, 1.1], 0.01)).toHaveLength(1);
  expect(compareEnds("values", recorded, [8], 0.01)).toHaveLength(2);
  expect(compareEnds("values", recorded, [8, 4, 2, 3, 1], 0.01)).toEqual([
    "values: expected values that fall, got 3 after 2",
  ]);
  expect(compareEnds("values", recorded, [8, 4, Number.NaN, 1], 0.01)).toHaveLength(1);
});
