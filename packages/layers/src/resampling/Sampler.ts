import type { FloatArray } from "@rushlight/tensor";
import type { Extents } from "./Extents.ts";

/** How elements of larger planes come from those of smaller ones. Planes are dense, one after the other. */
export interface Sampler {
  /** Takes over the extents of a plane of the input and of the output. */
  prepare(input: Extents, output: Extents): void;

  /** y ← the larger planes for x. */
  sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void;

  /** gradX ← gradX + the gradient with respect to x. */
  sampleBack(planes: number, gradY: FloatArray, gradYOffset: number, gradX: FloatArray, gradXOffset: number): void;
}
