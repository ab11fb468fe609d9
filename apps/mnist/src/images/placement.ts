import { Tensor } from "@rushlight/tensor";
import { IMAGE } from "../digits/digits.ts";
import type { Plane } from "./Plane.ts";

/** The centre of mass of the digits of MNIST is from 13.5 to 14.5, in both directions. */
const MIDDLE = 14;

/** Where the digit has to begin for its centre of mass to be in the middle, as far as it fits. */
export function placeOf(digit: Plane, side: "width" | "height"): number {
  let mass = 0;
  let moment = 0;
  for (const [i, value] of digit.data.entries()) {
    const x = i % digit.width;
    mass += value;
    moment += value * (side === "width" ? x : (i - x) / digit.width);
  }
  const place = Math.ceil(MIDDLE - 0.5 - moment / mass);
  return Math.min(Math.max(place, 0), IMAGE - digit[side]);
}

/** A digit from 0 to 1 as bytes in the frame of MNIST, black around. */
export function pasted({ width, height, data }: Plane, left: number, top: number): Tensor<"uint8"> {
  const image = new Tensor([IMAGE, IMAGE], { dtype: "uint8" });
  const pixels = image.data;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels[(top + y) * IMAGE + left + x] = Math.round(255 * data[y * width + x]);
  }
  return image;
}
