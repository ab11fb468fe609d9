import type { FloatArray } from "@rushlight/tensor";
import type { Extents } from "./Extents.ts";
import { gather, gatherBack, type Positions } from "./gather.ts";
import type { Sampler } from "./Sampler.ts";

/** Every element as a block of equals. */
export class Repetition implements Sampler {
  private extents: Extents = [0, 0, 0];
  private positions: Positions = [new Int32Array(), new Int32Array(), new Int32Array()];

  /** Takes over the extents of a plane of the input and of the output. */
  prepare(input: Extents, output: Extents): void {
    this.extents = input;
    this.positions = [repeated(input[0], output[0]), repeated(input[1], output[1]), repeated(input[2], output[2])];
  }

  /** y ← the elements of x, repeated. */
  sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void {
    gather(planes, this.extents, this.positions, x, xOffset, y, yOffset);
  }

  /** gradX ← gradX + the sums of gradY over blocks. */
  sampleBack(planes: number, gradY: FloatArray, gradYOffset: number, gradX: FloatArray, gradXOffset: number): void {
    gatherBack(planes, this.extents, this.positions, gradY, gradYOffset, gradX, gradXOffset);
  }
}

function repeated(input: number, output: number): Int32Array {
  const factor = output / input;
  return Int32Array.from({ length: output }, (_, at) => Math.floor(at / factor));
}
