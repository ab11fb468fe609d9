import type { WindowExtents } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import type { Integers } from "./Integers.ts";

/**
 * Finds the bounds of windows that are given one by one. Ask before taking scratch memory, which may replace the buffer that
 * arrays are recognised by.
 *
 * @returns the address of the bounds of so many planes from a first one on; until the next call, when they had to be copied
 */
export function boundsOf(
  engine: Engine,
  integers: Integers,
  { outputTime, outputHeight, outputWidth }: WindowExtents,
  bounds: Int32Array,
  offset: number,
  step: number,
): (first: number, planes: number) => number {
  const resident = engine.addressOf(bounds, offset);
  if (resident !== 0) return (first) => resident + 4 * first * step;
  const size = 2 * (outputTime + outputHeight + outputWidth);
  return (first, planes) => {
    const count = (planes - 1) * step + size;
    const address = engine.scratch(3, 4 * count);
    integers.copyIn(count, bounds, offset + first * step, address);
    return address;
  };
}
