import { expect, test } from "vitest";
import { foundations } from "../../src/foundations/index.ts";
import { forThreeSeeds, runWhole } from "../runWhole.ts";

test("each piece of the foundations does what the library's does, and together they learn for three seeds", async () => {
  const { off, expected, charts, lines } = await runWhole(foundations);
  expect(off).toEqual([]);
  expect(expected.size).toBe(33);
  expect(expected.get("cross entropy: by hand - library")).toBe("at most 1e-5");
  for (const name of forThreeSeeds("best accuracy of 5 epochs")) expect(expected.get(name)).toBe("at least 0.955");
  for (const name of forThreeSeeds("accuracy of the last epoch")) expect(expected.get(name)).toBe("at least 0.93");
  expect(charts).toEqual(["foundations-accuracy.svg"]);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
