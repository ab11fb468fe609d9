import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@rushlight/command-line/testing";
import { loadMnist } from "@rushlight/data/node";
import { Generator } from "@rushlight/tensor";

const SIDE = 28;

/** A folder in the form of MNIST with a few images that are easy to tell apart: digit d is a bright bar at height 2d. */
export function smallDigits({ train = 200, test = 50 }: { train?: number; test?: number } = {}): string {
  const folder = temporaryFolder();
  const generator = new Generator(1);
  writeImages(folder, "train", train, generator);
  writeImages(folder, "t10k", test, generator);
  return folder;
}

/** A folder in the form of MNIST with the first of its digits. */
export function firstDigits({ train, test }: { train: number; test: number }): string {
  const folder = temporaryFolder();
  const mnist = loadMnist();
  for (const [name, { images, labels }, count] of [
    ["train", mnist.train, train],
    ["t10k", mnist.test, test],
  ] as const) {
    writeSet(folder, name, images.data.slice(0, count * SIDE * SIDE), Uint8Array.from(labels.data.slice(0, count)));
  }
  return folder;
}

function writeImages(folder: string, name: string, count: number, generator: Generator): void {
  const images = new Uint8Array(count * SIDE * SIDE);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    labels[i] = generator.random(10);
    for (let p = 0; p < SIDE * SIDE; p++) {
      const inBar = Math.floor(p / SIDE / 2) === labels[i] + 1;
      images[i * SIDE * SIDE + p] = generator.random(100) + (inBar ? 150 : 0);
    }
  }
  writeSet(folder, name, images, labels);
}

function writeSet(folder: string, name: string, images: Uint8Array, labels: Uint8Array): void {
  writeFileSync(join(folder, `${name}-images-idx3-ubyte`), idx([labels.length, SIDE, SIDE], images));
  writeFileSync(join(folder, `${name}-labels-idx1-ubyte`), idx([labels.length], labels));
}

function idx(size: readonly number[], elements: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * size.length + elements.length);
  bytes.set([0, 0, 0x08, size.length]);
  const view = new DataView(bytes.buffer);
  for (const [d, extent] of size.entries()) view.setUint32(4 + 4 * d, extent);
  bytes.set(elements, 4 + 4 * size.length);
  return bytes;
}
