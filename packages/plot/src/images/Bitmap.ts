/** Pixels in rows from the top, one byte for grey or three for red, green and blue. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}
