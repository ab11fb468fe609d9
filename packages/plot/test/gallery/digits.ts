import { Chart } from "@rushlight/plot";
import { renderPng } from "@rushlight/plot/node";
import { type Generator, Tensor, zeros } from "@rushlight/tensor";
import { decode } from "fast-png";

/** A digit of 28 x 28, white on black, written a little differently each time. */
async function digitImage(digit: number, generator: Generator): Promise<Tensor> {
  const between = (low: number, high: number): number => low + generator.uniform() * (high - low);
  const turn = `rotate(${between(-14, 14)} 14 14) skewX(${between(-16, 6)}) translate(${between(-1.5, 1.5)} ${between(-1, 1)})`;
  const text = `<text transform="${turn}" x="14" y="23" text-anchor="middle" font-family="Inter" font-size="${between(22, 27)}" fill="#fff" font-weight="${generator.uniform() < 0.5 ? 400 : 600}">${digit}</text>`;
  const chart = new Chart({ title: String(digit), description: "a digit" }, () =>
    Promise.resolve(
      `<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28"><rect width="28" height="28" fill="#000"/>${text}</svg>`,
    ),
  );
  const { data, channels } = decode(await renderPng(chart, { scale: 1 }));
  const image = zeros(28, 28);
  const pixels = image.storage().data;
  for (let i = 0; i < pixels.length; i++) pixels[i] = (data[i * channels] ?? 0) / 255;
  return image;
}

/** Digits in a batch [N, 28, 28]. */
export async function digitImages(digits: readonly number[], generator: Generator): Promise<Tensor> {
  const batch = new Tensor([digits.length, 28, 28]);
  for (const [i, digit] of digits.entries()) batch.select(0, i).copy(await digitImage(digit, generator));
  return batch;
}
