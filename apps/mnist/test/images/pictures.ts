import { loadMnist } from "@rushlight/data/node";
import { Generator } from "@rushlight/tensor";
import sharp from "sharp";
import type { RawImage } from "../../src/images/RawImage.ts";
import { type Colours, drawingSvg } from "../drawings/drawDigit.ts";
import { hands } from "../drawings/hands.ts";

/** A drawn digit as bytes, grey when it has paper. */
export async function drawn(digit: number, colours: Partial<Colours> = {}, brush?: number): Promise<RawImage> {
  const drawing = hands.second[digit];
  const svg = drawingSvg({ ...drawing, brush: brush ?? drawing.brush }, { ink: "black", paper: "white", ...colours });
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, data };
}

/** A drawn digit, black on white, in one channel. */
export async function drawnGrey(digit: number, brush?: number): Promise<RawImage> {
  const image = await drawn(digit, {}, brush);
  return grey(image.width, image.height, (x, y) => image.data[(y * image.width + x) * image.channels]);
}

/** An image of one channel by a formula; values are rounded, and cut off at 0 and 255. */
export function grey(width: number, height: number, value: (x: number, y: number) => number): RawImage {
  const data = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = value(x, y);
  return { width, height, channels: 1, data: new Uint8Array(data.buffer) };
}

/** Every byte b as f(b, x, y), for images of one channel. */
export function changed(image: RawImage, f: (byte: number, x: number, y: number) => number): RawImage {
  return grey(image.width, image.height, (x, y) => f(image.data[y * image.width + x], x, y));
}

/** Normal noise, the same each time. */
export function noise(deviation: number): () => number {
  const generator = new Generator(5);
  return () => generator.normal(0, deviation);
}

const { images } = loadMnist().test;

/** One digit of the test set. */
export function testDigit(index: number): Uint8Array {
  return images.data.slice(index * 784, (index + 1) * 784);
}

/** A digit of MNIST with every pixel as a square. */
export function enlarged(digit: Uint8Array, factor: number): RawImage {
  return grey(28 * factor, 28 * factor, (x, y) => digit[Math.floor(y / factor) * 28 + Math.floor(x / factor)]);
}

/** The mean difference of two images, in levels of 255. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
  return sum / a.length;
}

/**
 * The same for images of 28 × 28 where one may be moved by a pixel: the centre of mass is rounded to whole pixels, and a
 * trace of ink can tip it.
 */
export function unlikeness(a: Uint8Array, b: Uint8Array): number {
  const moves = [-29, -28, -27, -1, 0, 1, 27, 28, 29];
  return Math.min(
    ...moves.map((move) =>
      difference(
        a,
        Uint8Array.from(b, (_, i) => b[i + move] ?? 0),
      ),
    ),
  );
}
