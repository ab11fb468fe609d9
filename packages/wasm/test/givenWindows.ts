import type { WindowExtents } from "@rushlight/tensor";
import { valuesOf } from "./placing.ts";

/** How many integers say where the windows of a plane begin and end. */
export function boundsSize({ outputTime, outputHeight, outputWidth }: WindowExtents): number {
  return 2 * (outputTime + outputHeight + outputWidth);
}

/** Where windows of planes begin and end: any that lie in the input. */
export function boundsOfPlanes(extents: WindowExtents, planes: number, seed: number): number[] {
  const axes = [
    { input: extents.inputTime, output: extents.outputTime },
    { input: extents.inputHeight, output: extents.outputHeight },
    { input: extents.inputWidth, output: extents.outputWidth },
  ];
  const draws = valuesOf(true, planes * boundsSize(extents), seed, 0.5).map((value) => value + 0.5);
  let drawn = 0;
  return Array.from({ length: planes }, () =>
    axes.flatMap(({ input, output }) => {
      const begins = Array.from({ length: output }, () => Math.floor(draws[drawn++] * input));
      return [...begins, ...begins.map((begin) => begin + 1 + Math.floor(draws[drawn++] * (input - begin)))];
    }),
  ).flat();
}
