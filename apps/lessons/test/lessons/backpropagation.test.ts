import { expect, test } from "vitest";
import { backpropagation } from "../../src/backpropagation/index.ts";
import { forThreeSeeds, runWhole } from "../runWhole.ts";

test("the backpropagation lesson finds the derivatives of calculus, and fits its curve for three seeds", async () => {
  const { off, expected, charts, lines } = await runWhole(backpropagation);
  expect(off).toEqual([]);
  expect(expected.size).toBe(26);
  for (const [figure, text] of [
    ["f(3.5)", "12.25"],
    ["df/dx at 3.5", "7"],
    ["dz4/dz3", "2"],
    ["dz4/dz2", "-0.0002"],
    ["dz4/dz1", "0.2857"],
    ["df/dx, piece by piece", "23.9990"],
    ["df/dy, piece by piece", "-0.0072"],
    ["df/dx, closed form", "23.9990"],
    ["df/dy, closed form", "-0.0072"],
    ["cross entropy", "0.1269"],
  ]) {
    expect(expected.get(figure)).toBe(text);
  }
  for (const name of forThreeSeeds("loss after 6000 steps")) expect(expected.get(name)).toBe("at most 0.3");
  expect(charts).toEqual(["backpropagation-graph.svg", "backpropagation-fit.svg", "backpropagation-loss.svg"]);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
