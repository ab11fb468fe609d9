import type { WindowExtents } from "../../src/index.ts";

/** How many integers say where the windows of a plane begin and end. */
export function boundsSize({ outputTime, outputHeight, outputWidth }: WindowExtents): number {
  return 2 * (outputTime + outputHeight + outputWidth);
}

/** Where windows of a plane begin and end: any that lie in the input. */
export function boundsOfPlane(extents: WindowExtents, draw: () => number): number[] {
  const { inputTime, inputHeight, inputWidth, outputTime, outputHeight, outputWidth } = extents;
  const axis = (input: number, output: number): number[] => {
    const begins = Array.from({ length: output }, () => Math.floor(draw() * input));
    return [...begins, ...begins.map((begin) => begin + 1 + Math.floor(draw() * (input - begin)))];
  };
  return [...axis(inputTime, outputTime), ...axis(inputHeight, outputHeight), ...axis(inputWidth, outputWidth)];
}

/** The positions in its plane of each window of a plane, in row-major order: the definition. */
export function givenWindowsOf(extents: WindowExtents, bounds: readonly number[]): number[][] {
  const { inputHeight, inputWidth, outputTime, outputHeight, outputWidth } = extents;
  const windows: number[][] = [];
  const span = (first: number, count: number, o: number): number[] =>
    Array.from({ length: bounds[first + count + o] - bounds[first + o] }, (_, i) => bounds[first + o] + i);
  for (let ot = 0; ot < outputTime; ot++) {
    for (let oh = 0; oh < outputHeight; oh++) {
      for (let ow = 0; ow < outputWidth; ow++) {
        windows.push(
          span(0, outputTime, ot).flatMap((t) =>
            span(2 * outputTime, outputHeight, oh).flatMap((h) =>
              span(2 * (outputTime + outputHeight), outputWidth, ow).map((w) => (t * inputHeight + h) * inputWidth + w),
            ),
          ),
        );
      }
    }
  }
  return windows;
}
