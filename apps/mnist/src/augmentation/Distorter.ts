import { defaultGenerator } from "@rushlight/tensor";
import type { Distortions } from "./Distortions.ts";
import { PaddedDigit } from "./PaddedDigit.ts";

/** Where the centre of mass of the digits of MNIST is, in both directions. */
const MIDDLE = 14;

const DEGREE = Math.PI / 180;

/** Distorts digits at random, by an affine map and in the thickness of their strokes. */
export class Distorter {
  private readonly ranges: Required<Distortions>;
  private readonly digit = new PaddedDigit();
  private readonly matrix = new Float64Array(4);
  private readonly offset = new Float64Array(2);

  /** @param ranges checked already */
  constructor(ranges: Required<Distortions>) {
    this.ranges = ranges;
  }

  /** Draws six numbers from the default generator, whatever the ranges are, and writes the digit that they make. */
  distort(source: Uint8Array, first: number, target: Uint8Array, start: number): void {
    const { ranges, digit, matrix, offset } = this;
    const generator = defaultGenerator();
    const angle = generator.uniform(-ranges.rotation, ranges.rotation) * DEGREE;
    const scale = 1 + generator.uniform(-ranges.scale, ranges.scale);
    const shear = generator.uniform(-ranges.shear, ranges.shear);
    const down = generator.uniform(-ranges.shift, ranges.shift);
    const right = generator.uniform(-ranges.shift, ranges.shift);
    const thickness = generator.uniform(-ranges.thickness, ranges.thickness);

    // From a pixel of the result back to one of the original: the inverse of slant, turn and scale, about the middle.
    const cosine = Math.cos(angle) / scale;
    const sine = Math.sin(angle) / scale;
    matrix[0] = cosine;
    matrix[1] = sine;
    matrix[2] = shear * cosine - sine;
    matrix[3] = shear * sine + cosine;
    const y = MIDDLE + down;
    const x = MIDDLE + right;
    offset[0] = MIDDLE - matrix[0] * y - matrix[1] * x;
    offset[1] = MIDDLE - matrix[2] * y - matrix[3] * x;

    digit.load(source, first);
    digit.thicken(thickness);
    digit.sample(matrix, offset, target, start);
  }
}
