import { expect, test } from "vitest";
import { perceptron } from "../../src/perceptron/index.ts";
import { forThreeSeeds, runWhole } from "../runWhole.ts";

test("the perceptron lesson counts its parameters, and its losses fall as they should for three seeds", async () => {
  const { off, expected, charts, lines } = await runWhole(perceptron);
  expect(off).toEqual([]);
  expect(expected.size).toBe(14);
  expect(expected.get("parameter tensors")).toBe("10");
  expect(expected.get("parameters")).toBe("44,458");
  for (const name of forThreeSeeds("average loss of epoch 10")) expect(expected.get(name)).toBe("0.35 to 0.75");
  for (const name of forThreeSeeds("last loss over the first")) expect(expected.has(name)).toBe(true);
  expect(charts).toEqual([
    "perceptron-by-hand.svg",
    "perceptron-digits.svg",
    "perceptron-graph.svg",
    "perceptron-training.svg",
  ]);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
