import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyIn, copyOut } from "../engine/staging.ts";

/** Makes so many planes of one operand from planes of another, whose addresses it is given. */
export type PlaneFunction = (first: number, planes: number, from: number, to: number) => void;

/**
 * Runs a kernel on operands wherever they lie: in place when both are resident, else plane by plane through scratch memory.
 *
 * @param run calls the kernel for some of the planes
 * @param xSize the elements of a plane of x
 * @param ySize the elements of a plane of y
 * @param adds whether the kernel adds to y, and so reads it
 */
export function runPlanes(
  engine: Engine,
  run: PlaneFunction,
  planes: number,
  x: FloatArray,
  xOffset: number,
  xSize: number,
  y: FloatArray,
  yOffset: number,
  ySize: number,
  adds: boolean,
): void {
  // Addresses first: taking scratch memory may replace the buffer that arrays are recognised by.
  let from = engine.addressOf(x, xOffset);
  let to = engine.addressOf(y, yOffset);
  if (from !== 0 && to !== 0) {
    run(0, planes, from, to);
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
    run(plane, 1, from, to);
    if (!copiesIn) from += xSize * bytes;
    if (copiesOut) copyOut(engine, ySize, to, y, yOffset + plane * ySize, 1);
    else to += ySize * bytes;
  }
}
