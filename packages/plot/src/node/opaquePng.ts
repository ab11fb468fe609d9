import { encode } from "fast-png";

/** A picture of four bytes a pixel, red, green, blue and how opaque it is. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * A PNG without transparency, not filtered: areas of one colour make it about half as large as one with. Undefined for a picture
 * that has transparent pixels.
 */
export function opaquePng({ width, height, pixels }: Pixels): Uint8Array | undefined {
  const data = new Uint8Array(3 * width * height);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    if (pixels[from + 3] !== 255) return undefined;
    data[to] = pixels[from]!;
    data[to + 1] = pixels[from + 1]!;
    data[to + 2] = pixels[from + 2]!;
  }
  return encode({ width, height, data, channels: 3, depth: 8 });
}
