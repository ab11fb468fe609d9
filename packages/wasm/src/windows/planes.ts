import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyIn, copyOut } from "../engine/staging.ts";

/** A kernel that makes planes of one operand from planes of another. */
export type PlaneFunction = (geometry: number, planes: number, from: number, to: number, countPadding: number) => void;

/**
 * Runs a kernel on operands wherever they lie: in place when both are resident, else plane by plane through scratch memory.
 *
 * @param xSize the elements of a plane of x
 * @param ySize the elements of a plane of y
 * @param adds whether the kernel adds to y, and so reads it
 */
export function runPlanes(
  engine: Engine,
  kernel: PlaneFunction,
  geometry: number,
  planes: number,
  x: FloatArray,
  xOffset: number,
  xSize: number,
  y: FloatArray,
  yOffset: number,
  ySize: number,
  adds: boolean,
  countPadding: boolean,
): void {
  const padding = countPadding ? 1 : 0;
  // Addresses first: taking scratch memory may replace the buffer that arrays are recognised by.
  let from = engine.addressOf(x, xOffset);
  let to = engine.addressOf(y, yOffset);
  if (from !== 0 && to !== 0) {
    kernel(geometry, planes, from, to, padding);
    return;
  }
  const bytes = x.BYTES_PER_ELEMENT;
  const copiesIn = from === 0;
  const copiesOut = to === 0;
  if (copiesIn) from = engine.scratch(0, xSize * bytes);
  if (copiesOut) to = engine.scratch(1, ySize * bytes);
  for (let plane = 0; plane < planes; plane++) {
    if (copiesIn) copyIn(engine, xSize, x, xOffset + plane * xSize, 1, from);
    if (copiesOut && adds) copyIn(engine, ySize, y, yOffset + plane * ySize, 1, to);
    kernel(geometry, 1, from, to, padding);
    if (!copiesIn) from += xSize * bytes;
    if (copiesOut) copyOut(engine, ySize, to, y, yOffset + plane * ySize, 1);
    else to += ySize * bytes;
  }
}
