import { DataError } from "@rushlight/data";
import { ArgumentError } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import type { RawImage } from "../../src/images/RawImage.ts";
import { toMnist } from "../../src/images/toMnist.ts";
import { changed, drawn, drawnGrey, enlarged, grey, noise, testDigit, unlikeness } from "./pictures.ts";

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Images that differ by less look the same: the mean over all pixels, in levels of 255. */
const ALIKE = 4;

function seen(image: RawImage): Uint8Array {
  return toMnist(image).image.data;
}

describe("the result of toMnist", () => {
  it.each(digits)("has the form of MNIST for a drawn %d", async (digit) => {
    const { image } = toMnist(await drawnGrey(digit));
    expect(image.size()).toEqual([28, 28]);
    const pixels = image.data;
    const inked = Array.from(pixels, (value, i) => ({ value, x: i % 28, y: Math.floor(i / 28) })).filter(
      (p) => p.value > 0,
    );
    const xs = inked.map(({ x }) => x);
    const ys = inked.map(({ y }) => y);
    const sides = [Math.max(...xs) - Math.min(...xs) + 1, Math.max(...ys) - Math.min(...ys) + 1];
    expect(Math.max(...sides)).toBe(20);
    expect(Math.max(...pixels)).toBe(255);
    const mass = inked.reduce((sum, { value }) => sum + value, 0);
    for (const centre of [
      inked.reduce((sum, { value, x }) => sum + value * x, 0) / mass,
      inked.reduce((sum, { value, y }) => sum + value * y, 0) / mass,
    ]) {
      expect(centre).toBeGreaterThanOrEqual(13.49);
      expect(centre).toBeLessThan(14.51);
    }
  });

  it("is close to the original for digits of the test set that were made ten times larger", () => {
    const differences = Array.from({ length: 50 }, (_, i) =>
      unlikeness(seen(enlarged(testDigit(i), 10)), testDigit(i)),
    );
    expect(differences.filter((d) => d < 1.5).length).toBeGreaterThanOrEqual(45);
    expect(Math.max(...differences)).toBeLessThan(12);
  });

  it("tells where the ink is, and how far the digit was moved", () => {
    const { box, shift, inverted } = toMnist(
      grey(100, 60, (x, y) => (x >= 70 && x < 80 && y >= 10 && y < 50 ? 0 : 255)),
    );
    expect(box).toEqual({ left: 70, top: 10, width: 10, height: 40 });
    // 5 pixels wide: 11.5 pixels to the left, and the middle at 13.5.
    expect(shift).toEqual({ right: 1, down: 0 });
    expect(inverted).toBe(true);
    // An L has its mass left of and below the middle of its box.
    const corner = toMnist(
      grey(60, 60, (x, y) => ((x < 14 || y >= 42) && x >= 10 && x < 50 && y >= 10 && y < 50 ? 255 : 0)),
    );
    expect(corner.inverted).toBe(false);
    expect(corner.shift.right).toBeGreaterThan(0);
    expect(corner.shift.down).toBeLessThan(0);
  });

  it("keeps all ink in the frame where the mass is at one end", () => {
    const { image, box } = toMnist(
      grey(100, 100, (x, y) => (y >= 80 && y < 90 && x >= 5 && x < 95 && (x > 75 || y > 87) ? 255 : 0)),
    );
    expect(box.width).toBe(90);
    expect(image.data.filter((value) => value > 0).length).toBeGreaterThan(20);
    expect(Math.max(...Array.from({ length: 28 }, (_, y) => image.get(y, 27)))).toBe(0);
  });
});

describe("toMnist gives the same for", () => {
  it.each(digits)("a drawn %d and its inverse", async (digit) => {
    const image = await drawnGrey(digit);
    const inverse = changed(image, (byte) => 255 - byte);
    const [dark, light] = [toMnist(image), toMnist(inverse)];
    expect(light.image.data).toEqual(dark.image.data);
    expect([dark.inverted, light.inverted]).toEqual([true, false]);
  });

  it("a digit anywhere on the paper", async () => {
    const image = await drawnGrey(4);
    const moved = grey(500, 420, (x, y) => {
      const inside = x >= 170 && x < 450 && y >= 90 && y < 370;
      return inside ? image.data[(y - 90) * 280 + x - 170] : 255;
    });
    expect(seen(moved)).toEqual(seen(image));
    expect(toMnist(moved).box.left - toMnist(image).box.left).toBe(170);
  });

  it("a digit of any size", async () => {
    const image = await drawnGrey(3);
    const larger = grey(1680, 1680, (x, y) => image.data[Math.floor(y / 6) * 280 + Math.floor(x / 6)]);
    const smaller = grey(70, 70, (x, y) => image.data[(4 * y + 2) * 280 + 4 * x + 2]);
    expect(unlikeness(seen(larger), seen(image))).toBeLessThan(ALIKE);
    expect(unlikeness(seen(smaller), seen(image))).toBeLessThan(2 * ALIKE);
  });

  it("ink and paper of any colour, and ink on nothing", async () => {
    const usual = seen(await drawnGrey(2));
    for (const colours of [
      { ink: "#2244cc", paper: "#ffee88" },
      { ink: "#ffee00", paper: "white" },
      { ink: "#e04040", paper: "#40a040" },
      { ink: "black", paper: "none" },
      { ink: "white", paper: "none" },
      { ink: "#777777", paper: "#888888" },
    ]) {
      expect(unlikeness(seen(await drawn(2, colours)), usual)).toBeLessThan(1.5);
    }
  });

  it.each([
    ["with noise", (): ((byte: number) => number) => changedBy(noise(25))],
    ["in light from one side", () => (byte: number, x: number) => (30 + 0.8 * byte) * (0.4 + (0.6 * x) / 280)],
    [
      "with dark corners",
      () => (byte: number, x: number, y: number) =>
        (40 + 0.7 * byte) / (1 + ((x - 140) ** 2 + (y - 140) ** 2) / 40_000),
    ],
    ["with specks", () => (byte: number, x: number, y: number) => (x % 50 < 4 && y % 70 < 3 ? 0 : byte)],
    ["on a table", () => (byte: number, x: number, y: number) => (x < 8 || y < 6 || x > 274 || y > 270 ? 60 : byte)],
  ])("a photo %s", async (_, photo) => {
    const image = await drawnGrey(8);
    expect(unlikeness(seen(changed(image, photo())), seen(image))).toBeLessThan(ALIKE);
  });
});

function changedBy(draw: () => number): (byte: number) => number {
  return (byte) => 40 + 0.7 * byte + draw();
}

describe("toMnist takes", () => {
  it.each([1, 40])("a brush of %d pixels to strokes of 255", async (brush) => {
    expect(seen(await drawnGrey(5, brush)).filter((value) => value === 255).length).toBeGreaterThan(7);
  });

  it("images of a few pixels", () => {
    const seven = grey(8, 8, (x, y) => ((y === 1 && x >= 2 && x <= 5) || (x === 5 && y > 1 && y < 7) ? 0 : 255));
    const { image, box } = toMnist(seven);
    expect(box).toEqual({ left: 2, top: 1, width: 4, height: 6 });
    expect(image.data.filter((value) => value === 255).length).toBeGreaterThan(80);
  });

  it("a digit that touches all borders", async () => {
    const image = await drawnGrey(0);
    const { left, top, width, height } = toMnist(image).box;
    const trimmed = grey(width, height, (x, y) => image.data[(top + y) * 280 + left + x]);
    expect(unlikeness(seen(trimmed), seen(image))).toBeLessThan(1.5);
  });
});

describe("toMnist refuses", () => {
  it.each([
    ["one colour", () => 200],
    ["noise", (): number => 128 + draw()],
    ["nothing but light from one side", (x: number): number => 60 + 0.5 * x + draw() / 4],
  ])("%s: there is no ink", (_, value) => {
    const image = grey(280, 280, value);
    expect(() => toMnist(image)).toThrow(DataError);
    expect(() => toMnist(image)).toThrow("there is no ink in the image");
  });

  it("an image that is all transparent", () => {
    const image = {
      width: 9,
      height: 9,
      channels: 4,
      data: new Uint8Array(324).map((_, i) => (i % 4 === 3 ? 0 : i)),
    } as const;
    expect(() => toMnist(image)).toThrow(DataError);
  });

  it("bytes that do not fit the size", () => {
    const data = new Uint8Array(12);
    expect(() => toMnist({ width: 0, height: 4, channels: 1, data })).toThrow("expected a width from 1 up, got 0");
    expect(() => toMnist({ width: 4, height: 2.5, channels: 1, data })).toThrow("expected a height from 1 up, got 2.5");
    expect(() => toMnist({ width: 4, height: 4, channels: 1, data })).toThrow(
      "expected 16 bytes of 4 x 4 pixels, got 12",
    );
    expect(() => toMnist({ width: 4, height: 4, channels: 1, data })).toThrow(ArgumentError);
  });
});

const draw = noise(12);
