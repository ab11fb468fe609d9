import { expect, test } from "vitest";
import { convolution } from "../../src/convolution/index.ts";
import { runWhole } from "../runWhole.ts";

test("the convolution lesson comes to NumPy's figures", async () => {
  const { off, expected, charts, lines } = await runWhole(convolution);
  expect(off).toEqual([]);
  expect(Object.fromEntries(expected)).toEqual({
    "random batches: last loss": "0.52469464",
    "random batches: accuracy on last": "87.50 %",
    "random batches: test accuracy": "88.15 %",
    "the same batch: last loss": "0.0401909",
    "the same batch: accuracy on it": "100.00 %",
    "the same batch: test accuracy": "59.57 %",
    "convolutional: test accuracy, %": "87.56 to 87.66",
  });
  expect(charts).toEqual(["convolution-digits.svg", "convolution-loss.svg", "convolution-accuracy.svg"]);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
