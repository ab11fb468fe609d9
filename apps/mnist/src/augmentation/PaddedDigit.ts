import { IMAGE } from "../digits/digits.ts";

/** The width of a digit with one empty pixel on each side. */
const WIDTH = IMAGE + 2;

const FRACTION = 16;

/** One number of a fixed point: whole pixels above the lowest 16 bits. */
const ONE = 2 ** FRACTION;

/** One digit with an empty pixel around it, so that neighbours need no checks. It is used again for every image. */
export class PaddedDigit {
  private pixels = new Uint8Array(WIDTH * WIDTH);
  private spare = new Uint8Array(WIDTH * WIDTH);

  /** Takes the image that begins at an index. */
  load(source: Uint8Array, first: number): void {
    for (let y = 0; y < IMAGE; y++) {
      const row = (y + 1) * WIDTH + 1;
      for (let x = 0; x < IMAGE; x++) this.pixels[row + x] = source[first + y * IMAGE + x];
    }
  }

  /**
   * Makes the strokes thicker by a share of a pixel on each side, or thinner when it is negative: a mixture of the image
   * with the maximum, or the minimum, of each pixel and its four neighbours.
   *
   * @param amount from −1 to 1
   */
  thicken(amount: number): void {
    const { pixels, spare } = this;
    const weight = Math.round(Math.abs(amount) * 256);
    if (weight === 0) return;
    const sign = Math.sign(amount);
    for (let y = 1; y <= IMAGE; y++) {
      for (let i = y * WIDTH + 1; i <= y * WIDTH + IMAGE; i++) {
        const pixel = pixels[i];
        let most = 0;
        most = Math.max(most, sign * (pixels[i - 1] - pixel), sign * (pixels[i + 1] - pixel));
        most = Math.max(most, sign * (pixels[i - WIDTH] - pixel), sign * (pixels[i + WIDTH] - pixel));
        spare[i] = pixel + ((sign * most * weight) >> 8);
      }
    }
    this.pixels = spare;
    this.spare = pixels;
  }

  /**
   * Writes the image with pixel (y, x) taken from (y', x') = `matrix` · (y, x) + `offset`, bilinearly; 0 outside.
   *
   * @param matrix by rows
   */
  sample(matrix: Float64Array, offset: Float64Array, target: Uint8Array, start: number): void {
    const { pixels } = this;
    const yPerRow = Math.round(matrix[0] * ONE);
    const yPerColumn = Math.round(matrix[1] * ONE);
    const xPerRow = Math.round(matrix[2] * ONE);
    const xPerColumn = Math.round(matrix[3] * ONE);
    let firstY = Math.round(offset[0] * ONE);
    let firstX = Math.round(offset[1] * ONE);
    let to = start;
    for (let row = 0; row < IMAGE; row++, firstY += yPerRow, firstX += xPerRow) {
      let y = firstY;
      let x = firstX;
      for (let column = 0; column < IMAGE; column++, y += yPerColumn, x += xPerColumn) {
        const above = (y >> FRACTION) + 1;
        const left = (x >> FRACTION) + 1;
        // As unsigned numbers, those below 0 are too large as well.
        const inside = above >>> 0 <= IMAGE && left >>> 0 <= IMAGE;
        target[to++] = inside ? mixed(pixels, above * WIDTH + left, (y >> 8) & 255, (x >> 8) & 255) : 0;
      }
    }
  }
}

/** The mean of four neighbours, with weights of 256ths. */
function mixed(pixels: Uint8Array, i: number, down: number, right: number): number {
  const above = pixels[i] * (256 - right) + pixels[i + 1] * right;
  const below = pixels[i + WIDTH] * (256 - right) + pixels[i + WIDTH + 1] * right;
  return (above * (256 - down) + below * down + 0x8000) >> 16;
}
