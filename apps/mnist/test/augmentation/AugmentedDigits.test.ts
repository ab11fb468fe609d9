import { DataLoader, Subset, TensorDataset } from "@rushlight/data";
import { loadMnist } from "@rushlight/data/node";
import {
  ArgumentError,
  DTypeError,
  defaultGenerator,
  Generator,
  manualSeed,
  ShapeError,
  storageAllocations,
  zeros,
} from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { AugmentedDigits } from "../../src/augmentation/AugmentedDigits.ts";
import type { Distortions } from "../../src/augmentation/Distortions.ts";
import { digitDataset } from "../../src/digits/digits.ts";

const COUNT = 200;
const { images, labels } = loadMnist().test;
const some = { images: images.narrow(0, 0, COUNT), labels: labels.narrow(0, 0, COUNT) };
const plain = digitDataset(some, [784]);
const still: Required<Distortions> = { rotation: 0, scale: 0, shear: 0, shift: 0, thickness: 0 };
const everyone = Int32Array.from({ length: COUNT }, (_, i) => i);

/** Where the network sees black, and where white. */
const [darkest, brightest] = [0, 255].map((byte) => Math.fround((byte / 255 - 0.1307) / 0.3081));

function inputs(distortions: Distortions, dataset: typeof plain = plain): Float32Array {
  return new AugmentedDigits(dataset, distortions).collate(COUNT)(everyone).input.data.slice();
}

/** The ink of each image, above black. */
function masses(pixels: Float32Array): readonly number[] {
  return Array.from(everyone, (i) => pixels.subarray(784 * i, 784 * (i + 1)).reduce((sum, p) => sum + p - darkest, 0));
}

/** The centre of mass of an image: x, y. */
function centre(pixels: Float32Array, i: number): readonly number[] {
  const sums = [0, 0, 0];
  for (let p = 0; p < 784; p++) {
    const ink = pixels[784 * i + p] - darkest;
    sums[0] += ink;
    sums[1] += ink * (p % 28);
    sums[2] += ink * Math.floor(p / 28);
  }
  return [sums[1] / sums[0], sums[2] / sums[0]];
}

describe("AugmentedDigits", () => {
  it("gives batches of the size of the dataset's, with its labels", () => {
    for (const size of [[784], [1, 28, 28]]) {
      const augmented = new AugmentedDigits(digitDataset(some, size));
      const { input, target } = augmented.collate(4)(Int32Array.of(7, 1, 5));
      expect([augmented.length, input.size(), input.dtype]).toEqual([COUNT, [3, ...size], "float32"]);
      expect(target.toArray()).toEqual([labels.get(7), labels.get(1), labels.get(5)]);
    }
  });

  it("gives the originals when all ranges are 0", () => {
    expect(inputs(still)).toEqual(plain.collate(COUNT)(everyone).input.data);
  });

  it("gives the same digits after the same seed, and others the next time", () => {
    manualSeed(3);
    const first = inputs({});
    const second = inputs({});
    manualSeed(3);
    expect(inputs({})).toEqual(first);
    expect(second).not.toEqual(first);
  });

  it("gives the same digits as batches or one by one", () => {
    const augmented = new AugmentedDigits(plain);
    manualSeed(4);
    const batch = augmented
      .collate(3)(Int32Array.of(9, 8, 7))
      .input.toArray();
    manualSeed(4);
    for (const [row, index] of [9, 8, 7].entries()) {
      const { input, target } = augmented.get(index);
      expect(typeof input === "number" ? input : input.toArray()).toEqual(batch[row]);
      expect(target).toBe(labels.get(index));
    }
  });

  it.each([{}, still, { rotation: 30 }])("draws six numbers for each digit, with ranges %o", (distortions) => {
    manualSeed(11);
    inputs(distortions);
    const generator = new Generator(11);
    for (let i = 0; i < 6 * COUNT; i++) generator.random();
    expect(defaultGenerator().random()).toBe(generator.random());
  });

  it("keeps pixels between black and white, and black where nothing is", () => {
    const pixels = inputs({ rotation: 45, scale: 0.5, shear: 0.5, shift: 10, thickness: 1 });
    expect(pixels.every((pixel) => pixel >= darkest && pixel <= brightest)).toBe(true);
    expect(inputs({ ...still, scale: 0.15 })[0]).toBe(darkest);
  });

  it("keeps the ink when it turns, slants and moves digits", () => {
    const before = masses(inputs(still));
    for (const only of [{ rotation: 12 }, { shear: 0.2 }, { shift: 2 }]) {
      const after = masses(inputs({ ...still, ...only }));
      for (const i of everyone) expect(Math.abs(after[i] / before[i] - 1)).toBeLessThan(0.05);
    }
  });

  it("changes the ink with the square of the scale, and with the thickness", () => {
    const before = masses(inputs(still));
    const scaled = masses(inputs({ ...still, scale: 0.1 })).map((mass, i) => mass / before[i]);
    expect(Math.min(...scaled)).toBeGreaterThan(0.9 ** 2 - 0.03);
    expect(Math.max(...scaled)).toBeLessThan(1.1 ** 2 + 0.03);
    expect(Math.max(...scaled) - Math.min(...scaled)).toBeGreaterThan(0.3);
    const thickened = masses(inputs({ ...still, thickness: 0.4 })).map((mass, i) => mass / before[i]);
    expect(Math.min(...thickened)).toBeGreaterThan(0.5);
    expect(Math.min(...thickened)).toBeLessThan(0.85);
    expect(Math.max(...thickened)).toBeGreaterThan(1.15);
    expect(Math.max(...thickened)).toBeLessThan(1.6);
  });

  it("moves digits as far as it says, in each direction", () => {
    const before = inputs(still);
    const after = inputs({ ...still, shift: 2 });
    const moves = Array.from(everyone, (i) => centre(after, i).map((c, d) => c - centre(before, i)[d]));
    for (const direction of [0, 1]) {
      const along = moves.map((move) => move[direction]);
      expect(Math.min(...along)).toBeGreaterThan(-2.05);
      expect(Math.min(...along)).toBeLessThan(-1.7);
      expect(Math.max(...along)).toBeGreaterThan(1.7);
      expect(Math.max(...along)).toBeLessThan(2.05);
    }
  });

  it("needs no new memory from batch to batch", () => {
    const loader = new DataLoader({ dataset: new AugmentedDigits(plain), batchSize: 50 });
    for (const _ of loader) break;
    const before = storageAllocations();
    for (const { size } of loader) expect(size).toBe(50);
    expect(storageAllocations()).toBe(before);
  });

  it("can be divided into parts", () => {
    const part = new Subset(new AugmentedDigits(plain, still), [5, 3]);
    const [{ input, target }] = new DataLoader({ dataset: part, batchSize: 2 });
    expect(target.toArray()).toEqual([labels.get(5), labels.get(3)]);
    expect(input.select(0, 1).toArray()).toEqual(plain.collate(1)(Int32Array.of(3)).input.select(0, 0).toArray());
  });
});

describe("AugmentedDigits refuses", () => {
  it("ranges that are no ranges, and names that it does not know", () => {
    const misspelt: object = { turn: 3 };
    for (const [distortions, problem] of [
      [{ rotation: -1 }, "AugmentedDigits: expected rotation from 0 to 180, got -1"],
      [{ scale: 1 }, "AugmentedDigits: expected scale from 0 to 0.9, got 1"],
      [{ shift: Number.NaN }, "AugmentedDigits: expected shift from 0 to 28, got NaN"],
      [misspelt, 'got "turn"'],
    ] satisfies [Distortions, string][]) {
      expect(() => new AugmentedDigits(plain, distortions)).toThrow(ArgumentError);
      expect(() => new AugmentedDigits(plain, distortions)).toThrow(problem);
    }
  });

  it("images of another size or of no bytes", () => {
    const targets = zeros([2], { dtype: "int32" });
    const map = (pixel: number): number => pixel;
    const small = new TensorDataset(zeros([2, 27, 28], { dtype: "uint8" }), targets, { dtype: "float32", map });
    expect(() => new AugmentedDigits(small)).toThrow(ShapeError);
    expect(() => new AugmentedDigits(small)).toThrow("expected images of 28 x 28 pixels, got [27, 28]");
    const numbers = new TensorDataset(zeros([2, 784]), targets, { dtype: "float32" });
    expect(() => new AugmentedDigits(numbers)).toThrow(DTypeError);
  });

  it("an index that there is not", () => {
    expect(() => new AugmentedDigits(plain).get(COUNT)).toThrow("expected an index from 0 to 199, got 200");
  });
});
