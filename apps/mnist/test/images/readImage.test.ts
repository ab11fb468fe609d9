import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataError } from "@rushlight/data";
import sharp, { type Sharp } from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { RawImage } from "../../src/images/RawImage.ts";
import { readImage } from "../../src/images/readImage.ts";
import { toMnist } from "../../src/images/toMnist.ts";
import { unlikeness } from "./pictures.ts";

const folder = mkdtempSync(join(tmpdir(), "rushlight-"));
afterAll(() => rmSync(folder, { recursive: true }));
const drawing = join(import.meta.dirname, "../fixtures/digits/second-hand/black-on-white/5.png");
const usual = toMnist(await readImage(drawing)).image.data;

async function written(name: string, picture: Sharp): Promise<RawImage> {
  const path = join(folder, name);
  writeFileSync(path, await picture.toBuffer());
  return readImage(path);
}

describe("readImage reads", () => {
  it.each<[string, (picture: Sharp) => Sharp]>([
    ["grey.png", (picture) => picture.grayscale().png()],
    ["palette.png", (picture) => picture.png({ palette: true, colours: 4 })],
    ["16-bit.png", (picture) => picture.toColourspace("rgb16").png()],
    ["16-bit-grey.png", (picture) => picture.toColourspace("grey16").png()],
    ["transparent.png", (picture) => picture.ensureAlpha().png()],
    ["photo.jpg", (picture) => picture.jpeg()],
    ["grey.jpg", (picture) => picture.grayscale().jpeg()],
    ["press.jpg", (picture) => picture.toColourspace("cmyk").jpeg()],
    ["picture.webp", (picture) => picture.webp()],
    ["picture.gif", (picture) => picture.gif()],
    ["picture.tiff", (picture) => picture.tiff()],
    ["press.tiff", (picture) => picture.toColourspace("cmyk").tiff()],
    ["picture.of.no.kind", (picture) => picture.png()],
  ])("%s", async (name, form) => {
    const image = await written(name, form(sharp(drawing)));
    expect([image.width, image.height]).toEqual([280, 280]);
    expect(image.data.length).toBe(280 * 280 * image.channels);
    expect(unlikeness(toMnist(image).image.data, usual)).toBeLessThan(2);
  });

  it("an SVG", async () => {
    const path = join(folder, "bar.svg");
    writeFileSync(
      path,
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect x="9" y="5" width="4" height="20"/></svg>',
    );
    const image = await readImage(path);
    expect([image.width, image.height, image.channels]).toEqual([40, 30, 4]);
    expect(toMnist(image).box).toEqual({ left: 9, top: 5, width: 4, height: 20 });
  });

  it("a picture that a camera took sideways", async () => {
    const turned = sharp(await sharp(drawing).rotate(-90).toBuffer());
    const image = await written("sideways.jpg", turned.withMetadata({ orientation: 6 }).jpeg());
    expect(unlikeness(toMnist(image).image.data, usual)).toBeLessThan(2);
  });

  it("a large picture, made smaller", async () => {
    const image = await written(
      "large.png",
      sharp(drawing).resize(4000, 3000, { fit: "contain", background: "white" }).png(),
    );
    expect([image.width, image.height]).toEqual([2048, 1536]);
    expect(unlikeness(toMnist(image).image.data, usual)).toBeLessThan(4);
  });
});

describe("readImage refuses, naming the path in one line", () => {
  mkdirSync(join(folder, "folder"));
  writeFileSync(join(folder, "empty.png"), "");
  writeFileSync(join(folder, "text.png"), "this is a text\n".repeat(20));
  const png = readFileSync(drawing);
  writeFileSync(join(folder, "truncated.png"), png.subarray(0, png.length / 2));
  writeFileSync(join(folder, "header.png"), png.subarray(0, 20));
  const huge =
    '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect width="9" height="9"/></svg>';
  writeFileSync(join(folder, "huge.svg"), huge);

  it.each([
    ["missing.png", "no such file"],
    ["empty.png/inside.png", "no such file"],
    ["folder", "expected an image, got a folder"],
    ["empty.png", "expected an image, got an empty file"],
    ["text.png", "expected an image, got a file of another kind"],
    ["truncated.png", "damaged image: "],
    ["header.png", "damaged image: "],
    ["huge.svg", "expected an image of at most 250 million pixels"],
  ])("%s: %s", async (name, problem) => {
    const path = join(folder, name);
    const error = await readImage(path).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DataError);
    const message = String(error);
    expect(message.startsWith(`DataError: ${path}: ${problem}`), message).toBe(true);
    expect(message).not.toContain("\n");
  });

  it("a JPEG that ends early", async () => {
    const path = join(folder, "truncated.jpg");
    const jpeg = await sharp(drawing).jpeg().toBuffer();
    writeFileSync(path, jpeg.subarray(0, jpeg.length / 2));
    await expect(readImage(path)).rejects.toThrow(`${path}: damaged image: `);
  });
});
