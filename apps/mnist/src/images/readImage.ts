import { stat } from "node:fs/promises";
import { DataError } from "@rushlight/data";
import type { RawImage } from "./RawImage.ts";

/** The most pixels that an image may have: of the largest cameras, with room to spare. */
const MOST_PIXELS = 250_000_000;

/** Larger images are made smaller while they are read. */
const LONGEST = 2048;

/**
 * Reads an image in any format that sharp knows: PNG, JPEG, WebP, GIF, TIFF, SVG and others. It becomes 8 bits of grey or
 * sRGB, turned as its EXIF orientation says; of several pages the first is read.
 *
 * @throws DataError when there is no such file, or no image in it, or the image is damaged or too large
 */
export async function readImage(path: string): Promise<RawImage> {
  await checkFile(path);
  // Loaded when it is needed: most commands read no images.
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  try {
    const { data, info } = await sharp(path, { limitInputPixels: MOST_PIXELS, failOn: "warning" })
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true, kernel: "linear" })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: info.channels, data };
  } catch (error) {
    throw new DataError(`${path}: ${problemOf(error)}`, { cause: error });
  }
}

async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw new DataError(`${path}: ${missing(error)}`, { cause: error });
  });
  if (found.isDirectory()) throw new DataError(`${path}: expected an image, got a folder`);
  if (!found.isFile()) throw new DataError(`${path}: expected an image, got something that is no file`);
  if (found.size === 0) throw new DataError(`${path}: expected an image, got an empty file`);
}

function missing(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file";
  return `can not be read: ${messageOf(error)}`;
}

function problemOf(error: unknown): string {
  const message = messageOf(error);
  if (/exceeds pixel limit/i.test(message)) return `expected an image of at most ${MOST_PIXELS / 1e6} million pixels`;
  if (/unsupported image format|unknown format/i.test(message)) return "expected an image, got a file of another kind";
  if (/permission|access/i.test(message)) return `can not be read: ${message}`;
  return `damaged image: ${message}`;
}

/** The first line: the decoder adds the same again for every block that it could not read. */
function messageOf(error: unknown): string {
  const [line] = (error instanceof Error ? error.message : String(error)).trim().split("\n");
  return line;
}
