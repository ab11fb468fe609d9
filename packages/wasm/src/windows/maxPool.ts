import type { FloatArray, WindowExtents, WindowKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyIn, copyOut } from "../engine/staging.ts";
import { boundsOf } from "./boundsOf.ts";
import type { Integers } from "./Integers.ts";
import { inputSizeOf, outputSizeOf } from "./sizes.ts";

/** Finds the largest elements in so many planes, whose addresses it is given. */
type MaxPoolFunction = (first: number, planes: number, from: number, to: number, places: number) => void;

/** The largest elements of windows, with operands wherever they lie. */
export function maxPoolKernel(engine: Engine, integers: Integers): WindowKernels["maxPool"] {
  const { windows_maxPool_f32, windows_maxPool_f64 } = engine.kernels;
  return (g, planes, x, xOffset, y, yOffset, positions, positionsOffset) => {
    const kernel = x instanceof Float32Array ? windows_maxPool_f32 : windows_maxPool_f64;
    const geometry = integers.addressOfGeometry(g);
    const run: MaxPoolFunction = (_first, some, from, to, places) => kernel(geometry, some, from, to, places);
    runMaxPool(engine, integers, run, g, planes, x, xOffset, y, yOffset, positions, positionsOffset);
  };
}

/** The largest elements of windows that are given one by one, with operands wherever they lie. */
export function maxPoolWithinKernel(engine: Engine, integers: Integers): WindowKernels["maxPoolWithin"] {
  const { windows_maxPoolWithin_f32, windows_maxPoolWithin_f64 } = engine.kernels;
  return (g, planes, bounds, boundsOffset, step, x, xOffset, y, yOffset, positions, positionsOffset) => {
    const kernel = x instanceof Float32Array ? windows_maxPoolWithin_f32 : windows_maxPoolWithin_f64;
    const extents = integers.addressOfExtents(g);
    const boundsAt = boundsOf(engine, integers, g, bounds, boundsOffset, step);
    const run: MaxPoolFunction = (first, some, from, to, places) =>
      kernel(extents, some, boundsAt(first, some), step, from, to, places);
    runMaxPool(engine, integers, run, g, planes, x, xOffset, y, yOffset, positions, positionsOffset);
  };
}

function runMaxPool(
  engine: Engine,
  integers: Integers,
  run: MaxPoolFunction,
  extents: WindowExtents,
  planes: number,
  x: FloatArray,
  xOffset: number,
  y: FloatArray,
  yOffset: number,
  positions: Int32Array,
  positionsOffset: number,
): void {
  // Addresses first: taking scratch memory may replace the buffer that arrays are recognised by.
  let from = engine.addressOf(x, xOffset);
  let to = engine.addressOf(y, yOffset);
  let places = engine.addressOf(positions, positionsOffset);
  if (from !== 0 && to !== 0 && places !== 0) {
    run(0, planes, from, to, places);
    return;
  }
  const bytes = x.BYTES_PER_ELEMENT;
  const inputSize = inputSizeOf(extents);
  const outputSize = outputSizeOf(extents);
  const copiesIn = from === 0;
  const copiesOut = to === 0;
  const copiesPlaces = places === 0;
  if (copiesIn) from = engine.scratch(0, inputSize * bytes);
  if (copiesOut) to = engine.scratch(1, outputSize * bytes);
  if (copiesPlaces) places = engine.scratch(2, outputSize * 4);
  for (let plane = 0; plane < planes; plane++) {
    const done = plane * outputSize;
    if (copiesIn) copyIn(engine, inputSize, x, xOffset + plane * inputSize, 1, from);
    run(plane, 1, from, to, places);
    if (!copiesIn) from += inputSize * bytes;
    if (copiesOut) copyOut(engine, outputSize, to, y, yOffset + done, 1);
    else to += outputSize * bytes;
    if (copiesPlaces) integers.copyOut(outputSize, places, positions, positionsOffset + done);
    else places += outputSize * 4;
  }
}

/** The gradients of the largest elements, with operands wherever they lie. */
export function maxPoolGradientKernel(engine: Engine, integers: Integers): WindowKernels["maxPoolGradient"] {
  const { windows_maxPoolGradient_f32, windows_maxPoolGradient_f64 } = engine.kernels;
  return (planes, inputSize, outputSize, gradOutput, fromOffset, positions, positionsOffset, gradInput, toOffset) => {
    const kernel = gradOutput instanceof Float32Array ? windows_maxPoolGradient_f32 : windows_maxPoolGradient_f64;
    let from = engine.addressOf(gradOutput, fromOffset);
    let to = engine.addressOf(gradInput, toOffset);
    let places = engine.addressOf(positions, positionsOffset);
    if (from !== 0 && to !== 0 && places !== 0) {
      kernel(planes, inputSize, outputSize, from, places, to);
      return;
    }
    const bytes = gradOutput.BYTES_PER_ELEMENT;
    const copiesIn = from === 0;
    const copiesOut = to === 0;
    const copiesPlaces = places === 0;
    if (copiesIn) from = engine.scratch(0, outputSize * bytes);
    if (copiesOut) to = engine.scratch(1, inputSize * bytes);
    if (copiesPlaces) places = engine.scratch(2, outputSize * 4);
    for (let plane = 0; plane < planes; plane++) {
      const done = plane * outputSize;
      if (copiesIn) copyIn(engine, outputSize, gradOutput, fromOffset + done, 1, from);
      if (copiesOut) copyIn(engine, inputSize, gradInput, toOffset + plane * inputSize, 1, to);
      if (copiesPlaces) integers.copyIn(outputSize, positions, positionsOffset + done, places);
      kernel(1, inputSize, outputSize, from, places, to);
      if (!copiesIn) from += outputSize * bytes;
      if (copiesOut) copyOut(engine, inputSize, to, gradInput, toOffset + plane * inputSize, 1);
      else to += inputSize * bytes;
      if (!copiesPlaces) places += outputSize * 4;
    }
  };
}
