import { backend, type FloatArray, type WindowGeometry } from "@rushlight/tensor";
import type { Extents, PerDimension } from "./Extents.ts";
import type { Ends } from "./PaddingLayer.ts";
import type { Sampler } from "./Sampler.ts";

/** Borders of zeros: what unfolding gives for windows of one element. */
export class ZeroBorder implements Sampler {
  private readonly ends: PerDimension<Ends>;
  private geometry: WindowGeometry;

  constructor(ends: PerDimension<Ends>) {
    this.ends = ends;
    this.geometry = windowsOfOne(ends, [0, 0, 0], [0, 0, 0]);
  }

  /** Takes over the extents of a plane of the input and of the output. */
  prepare(input: Extents, output: Extents): void {
    this.geometry = windowsOfOne(this.ends, input, output);
  }

  /** y ← x with borders. */
  sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void {
    backend().windows.unfold(this.geometry, planes, x, xOffset, y, yOffset);
  }

  /** gradX ← gradX + gradY without borders. */
  sampleBack(planes: number, gradY: FloatArray, gradYOffset: number, gradX: FloatArray, gradXOffset: number): void {
    backend().windows.fold(this.geometry, planes, gradY, gradYOffset, gradX, gradXOffset);
  }
}

/** Padding is what lies before the input: below 0, what is left out there. How much lies behind, the extents of the output tell. */
function windowsOfOne(ends: PerDimension<Ends>, input: Extents, output: Extents): WindowGeometry {
  const [[padTime], [padHeight], [padWidth]] = ends;
  const [inputTime, inputHeight, inputWidth] = input;
  const [outputTime, outputHeight, outputWidth] = output;
  return {
    inputTime,
    inputHeight,
    inputWidth,
    kernelTime: 1,
    kernelHeight: 1,
    kernelWidth: 1,
    strideTime: 1,
    strideHeight: 1,
    strideWidth: 1,
    padTime,
    padHeight,
    padWidth,
    dilationTime: 1,
    dilationHeight: 1,
    dilationWidth: 1,
    outputTime,
    outputHeight,
    outputWidth,
  };
}
