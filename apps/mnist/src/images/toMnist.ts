import { DataError } from "@rushlight/data";
import type { Tensor } from "@rushlight/tensor";
import { IMAGE } from "../digits/digits.ts";
import { areaAverage } from "./areaAverage.ts";
import { findDigit } from "./findDigit.ts";
import type { Box, Plane } from "./Plane.ts";
import { pasted, placeOf } from "./placement.ts";
import { planesOf } from "./planesOf.ts";
import { quantile } from "./quantile.ts";
import { checkRawImage, type RawImage } from "./RawImage.ts";

/** The long side of a digit in MNIST. */
const LONG_SIDE = 20;

/** Larger images are made smaller first: a digit does not need more pixels. */
const LONGEST = 800;

/** A digit reaches as far as its ink is stronger than this share of a full stroke. */
const EDGE = 0.1;

/** An image in the form of MNIST, and how it came about. */
export interface MnistImage {
  /** Ink of 255 on 0: `[28, 28]`. */
  readonly image: Tensor<"uint8">;
  /** Whether the ink was darker than the paper. */
  readonly inverted: boolean;
  /** Where the ink is, in pixels of the original. */
  readonly box: Box;
  /** How many pixels the digit was moved right and down from where its box would be in the middle. */
  readonly shift: { readonly right: number; readonly down: number };
}

/**
 * A picture of a digit as one of MNIST: ink on paper becomes bright on black, cropped to the ink, with a long side of 20
 * pixels by averaging over areas, strokes of 255, and the centre of mass in the middle. The ink may be dark or light, of
 * any colour, on paper of any colour or on nothing.
 *
 * @throws DataError when there is no ink
 * @throws ArgumentError when the bytes do not fit the size
 */
export function toMnist(image: RawImage): MnistImage {
  checkRawImage("toMnist", image);
  const found = findDigit(planesOf(image, LONGEST));
  if (found === undefined) throw new DataError("there is no ink in the image: nothing stands out from the paper");
  const { ink, dark } = found;
  const inkBox = boxOf(ink);
  const digit = stretched(scaled(ink, inkBox));
  const left = placeOf(digit, "width");
  const top = placeOf(digit, "height");
  const xScale = image.width / ink.width;
  const yScale = image.height / ink.height;
  return {
    image: pasted(digit, left, top),
    inverted: dark,
    box: {
      left: inkBox.left * xScale,
      top: inkBox.top * yScale,
      width: inkBox.width * xScale,
      height: inkBox.height * yScale,
    },
    shift: { right: left - Math.floor((IMAGE - digit.width) / 2), down: top - Math.floor((IMAGE - digit.height) / 2) },
  };
}

function boxOf({ width, height, data }: Plane): Box {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] < EDGE) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  return { left, top, width: right - left, height: bottom - top };
}

function scaled({ width, data }: Plane, box: Box): Plane {
  const step = Math.max(box.width, box.height) / LONG_SIDE;
  const pixels = (length: number): number => Math.max(1, Math.ceil(length / step - 1e-6));
  const raster = { width: pixels(box.width), height: pixels(box.height), xStep: step, yStep: step };
  const source = {
    width,
    readRow: (y: number, row: Float32Array): void => row.set(data.subarray(y * width, (y + 1) * width)),
  };
  return areaAverage(source, box, raster);
}

/** So bright that strokes reach 1. */
function stretched({ width, height, data }: Plane): Plane {
  const most = data.reduce((a, b) => Math.max(a, b), 0);
  const full = quantile(
    data.filter((value) => value > most / 2),
    0.75,
  );
  return { width, height, data: data.map((value) => Math.min(1, value / full)) };
}
