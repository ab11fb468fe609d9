import { TensorDataset } from "@rushlight/data";
import { tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { spreadOf, standardised } from "../src/convolution/digits.ts";
import { withOne } from "../src/convolution/withOne.ts";

test("batches and samples get a 1 behind their numbers", () => {
  const inputs = tensor(
    [
      [3, 4],
      [5, 6],
    ],
    { dtype: "float64" },
  );
  const dataset = withOne(new TensorDataset(inputs, tensor([7, 8], { dtype: "int32" })));
  const { input, target } = dataset.collate(2)(Int32Array.of(1, 0));
  expect(input.toArray()).toEqual([
    [5, 6, 1],
    [3, 4, 1],
  ]);
  expect(target.toArray()).toEqual([8, 7]);
  const sample = dataset.get(0);
  expect(sample.target).toBe(7);
  expect(typeof sample.input === "number" ? sample.input : sample.input.toArray()).toEqual([3, 4, 1]);
});

test("standardised images have mean 0 and deviation 1 over the whole set", () => {
  const images = tensor([[[0, 0]], [[10, 30]]], { dtype: "uint8" });
  const labels = tensor([1, 2], { dtype: "int32" });
  expect(spreadOf(images)).toEqual({ mean: 10, deviation: Math.sqrt(150) });
  const dataset = standardised({ images, labels }, [2], "float64");
  const { input } = dataset.collate(2)(Int32Array.of(0, 1));
  expect(input.mean()).toBeCloseTo(0, 12);
  expect(input.dot(input) / 4).toBeCloseTo(1, 12);
});
