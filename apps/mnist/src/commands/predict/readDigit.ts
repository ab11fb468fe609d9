import { DataError } from "@rushlight/data";
import type * as nn from "@rushlight/nn";
import { Tensor } from "@rushlight/tensor";
import { normalise, PIXELS } from "../../digits/digits.ts";
import type { RawImage } from "../../images/RawImage.ts";
import { readImage } from "../../images/readImage.ts";
import { type MnistImage, toMnist } from "../../images/toMnist.ts";
import type { LoadedModel } from "../../model/SavedModel.ts";
import { models } from "../../networks/models.ts";
import type { Reading } from "./Reading.ts";

/**
 * Shows a picture to a network.
 *
 * @throws DataError for a file that is no picture, or a picture without ink
 */
export async function readDigit(path: string, { description, network }: LoadedModel): Promise<Reading> {
  const seen = seenIn(path, await readImage(path));
  const input = new Tensor([1, ...models[description.model].input], { dtype: "float32" });
  for (let pixel = 0; pixel < PIXELS; pixel++) input.data[pixel] = normalise(seen.image.data[pixel]);
  const probabilities = Array.from(network.forward(input).data, Math.exp);
  const digit = probabilities.indexOf(Math.max(...probabilities));
  return { path, seen, digit, probabilities, evidence: evidenceFor(digit, network, input) };
}

function seenIn(path: string, image: RawImage): MnistImage {
  try {
    return toMnist(image);
  } catch (error) {
    throw error instanceof DataError ? new DataError(`${path}: ${error.message}`, { cause: error }) : error;
  }
}

/** One backward from the digit to the pixels. */
function evidenceFor(digit: number, network: nn.Sequential, input: Tensor<"float32">): Float32Array {
  const first = network.get(0);
  first.needsGradInput = true;
  try {
    const gradient = new Tensor(network.output.size(), { dtype: "float32" }).zero();
    gradient.select(1, digit).fill(1);
    return Float32Array.from(network.backward(input, gradient).contiguous().data);
  } finally {
    first.needsGradInput = false;
  }
}
