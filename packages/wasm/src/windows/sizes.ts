import type { WindowExtents, WindowGeometry } from "@rushlight/tensor";

/** The elements of a plane of the input. */
export function inputSizeOf(g: WindowExtents): number {
  return g.inputTime * g.inputHeight * g.inputWidth;
}

/** The elements of a plane of the output. */
export function outputSizeOf(g: WindowExtents): number {
  return g.outputTime * g.outputHeight * g.outputWidth;
}

/** The elements of the columns of a plane. */
export function columnsSizeOf(g: WindowGeometry): number {
  return g.kernelTime * g.kernelHeight * g.kernelWidth * outputSizeOf(g);
}
