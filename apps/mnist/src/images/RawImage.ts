import { ArgumentError } from "@rushlight/tensor";

/** An image as bytes: rows from the top, the channels of a pixel side by side, sRGB. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  /** 1 is grey, 3 are red, green and blue; 2 and 4 are the same with opacity behind. */
  readonly channels: 1 | 2 | 3 | 4;
  /** `height · width · channels` bytes. */
  readonly data: Uint8Array;
}

/** @throws ArgumentError unless the image has pixels, and as many bytes as they need */
export function checkRawImage(owner: string, { width, height, channels, data }: RawImage): void {
  for (const [name, extent] of Object.entries({ width, height })) {
    if (Number.isInteger(extent) && extent >= 1) continue;
    throw new ArgumentError(`${owner}: expected a ${name} from 1 up, got ${extent}`);
  }
  if (!Number.isInteger(channels) || channels < 1 || channels > 4) {
    throw new ArgumentError(`${owner}: expected 1 to 4 channels, got ${channels}`);
  }
  const bytes = width * height * channels;
  if (data.length === bytes) return;
  throw new ArgumentError(`${owner}: expected ${bytes} bytes of ${width} x ${height} pixels, got ${data.length}`);
}
