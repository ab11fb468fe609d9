import { type FloatArray, plainBackend, type ZipKernel, type ZipOperation } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { CHUNK, chunkAddress, copyIn, copyOut, SHORTEST_RUN, takeChunks } from "../engine/staging.ts";

/** The operations that have vector kernels; the others stay with the backend below. */
type Name = Exclude<ZipOperation, "fmod" | "atan2">;

/** Those whose float64 is left to the plain kernel, as with powers of one operand; and the names that they have. */
const powers = { pow: "power", powScalarGradient: "powerGradient" } as const;

type Power = keyof typeof powers;
type Simple = Exclude<Name, Power>;

/** The element-wise functions of two operands that have vector kernels. */
export type ZipKernels = Readonly<Record<Name, ZipKernel>>;

/** A kernel in WebAssembly, for one dtype. */
type Run = (
  count: number,
  x: number,
  xStride: number,
  y: number,
  yStride: number,
  z: number,
  zStride: number,
  a: number,
  b: number,
) => void;

/**
 * When the plain kernel computes the same bits: always, when its scalar is 1 or -1, when float32 holds its scalar exactly, or
 * not always.
 */
type Exactness = "exact" | "exactSign" | "exactScalar" | "rounded";

/** The {@link ZipKernels} of an engine. */
export function zipKernels(engine: Engine): ZipKernels {
  takeChunks(engine);
  const exact = (name: Simple): ZipKernel => zipKernel(engine, name, "exact", false);
  const rounded = (name: Simple): ZipKernel => zipKernel(engine, name, "rounded", false);
  return {
    add: zipKernel(engine, "add", "exactSign", false),
    mul: exact("mul"),
    div: exact("div"),
    max: exact("max"),
    min: exact("min"),
    remainder: exact("remainder"),
    lerp: rounded("lerp"),
    addMul: zipKernel(engine, "addMul", "rounded", true),
    addDiv: zipKernel(engine, "addDiv", "rounded", true),
    tanhGradient: rounded("tanhGradient"),
    sigmoidGradient: rounded("sigmoidGradient"),
    thresholdGradient: exact("thresholdGradient"),
    absGradient: exact("absGradient"),
    clampGradient: exact("clampGradient"),
    leakyReLUGradient: zipKernel(engine, "leakyReLUGradient", "exactScalar", false),
    eluGradient: rounded("eluGradient"),
    shrinkGradient: exact("shrinkGradient"),
    softPlusGradient: rounded("softPlusGradient"),
    softSignGradient: rounded("softSignGradient"),
    logSigmoidGradient: rounded("logSigmoidGradient"),
    sqrtGradient: rounded("sqrtGradient"),
    pow: powerKernel(engine, "pow"),
    powScalarGradient: powerKernel(engine, "powScalarGradient"),
  };
}

/**
 * A kernel for operands anywhere. Where the plain kernel computes the same bits, it gets short runs, and those managed operands
 * that copying would cost more than vectors gain: strided ones and float64.
 */
function zipKernel(engine: Engine, name: Simple, exactness: Exactness, readsDestination: boolean): ZipKernel {
  const run32: Run = engine.kernels[`zip_${name}_f32`];
  const run64: Run = engine.kernels[`zip_${name}_f64`];
  return placedKernel(engine, run32, run64, plainBackend.zip[name], exactness, readsDestination);
}

function powerKernel(engine: Engine, name: Power): ZipKernel {
  const plain = plainBackend.zip[name];
  const run: Run = engine.kernels[`zip_${powers[name]}_f32`];
  const single = placedKernel(engine, run, run, plain, "rounded", false);
  return (count, x, xOffset, xStride, y, yOffset, yStride, z, zOffset, zStride, a, b) => {
    const kernel = x instanceof Float32Array ? single : plain;
    kernel(count, x, xOffset, xStride, y, yOffset, yStride, z, zOffset, zStride, a, b);
  };
}

function placedKernel(
  engine: Engine,
  run32: Run,
  run64: Run,
  plain: ZipKernel,
  exactness: Exactness,
  readsDestination: boolean,
): ZipKernel {
  const always = exactness === "exact";
  const withSign = exactness === "exactSign";
  const withScalar = exactness === "exactScalar";
  return (count, x, xOffset, xStride, y, yOffset, yStride, z, zOffset, zStride, a, b) => {
    const single = x instanceof Float32Array;
    const exact = always || (withSign && (a === 1 || a === -1)) || (withScalar && (!single || Math.fround(a) === a));
    const buffer = engine.buffer;
    if (exact && count < SHORTEST_RUN) {
      plain(count, x, xOffset, xStride, y, yOffset, yStride, z, zOffset, zStride, a, b);
    } else if (x.buffer !== buffer || y.buffer !== buffer || z.buffer !== buffer) {
      const faster = exact && (!single || xStride !== 1 || yStride !== 1 || zStride !== 1);
      const run = single ? run32 : run64;
      if (faster) plain(count, x, xOffset, xStride, y, yOffset, yStride, z, zOffset, zStride, a, b);
      else
        zipChunks(
          engine,
          run,
          count,
          x,
          xOffset,
          xStride,
          y,
          yOffset,
          yStride,
          z,
          zOffset,
          zStride,
          a,
          b,
          readsDestination,
        );
    } else {
      const size = single ? 4 : 8;
      const from = x.byteOffset + size * xOffset;
      const other = y.byteOffset + size * yOffset;
      const to = z.byteOffset + size * zOffset;
      if (single) run32(count, from, xStride, other, yStride, to, zStride, a, b);
      else run64(count, from, xStride, other, yStride, to, zStride, a, b);
    }
  };
}

/** The same for operands of which at least one is managed. */
function zipChunks(
  engine: Engine,
  run: Run,
  count: number,
  x: FloatArray,
  xOffset: number,
  xStride: number,
  y: FloatArray,
  yOffset: number,
  yStride: number,
  z: FloatArray,
  zOffset: number,
  zStride: number,
  a: number,
  b: number,
  readsDestination: boolean,
): void {
  const xChunk = chunkAddress(engine, 0);
  const yChunk = chunkAddress(engine, 1);
  const zChunk = chunkAddress(engine, 2);
  const xResident = engine.addressOf(x, 0) !== 0;
  const yResident = engine.addressOf(y, 0) !== 0;
  const zResident = engine.addressOf(z, 0) !== 0;
  const fromStride = xResident ? xStride : 1;
  const otherStride = yResident ? yStride : 1;
  const toStride = zResident ? zStride : 1;
  for (let left = count; left > 0; left -= CHUNK) {
    const part = Math.min(left, CHUNK);
    if (!xResident) copyIn(engine, part, x, xOffset, xStride, xChunk);
    if (!yResident) copyIn(engine, part, y, yOffset, yStride, yChunk);
    if (!zResident && readsDestination) copyIn(engine, part, z, zOffset, zStride, zChunk);
    const from = xResident ? engine.addressOf(x, xOffset) : xChunk;
    const other = yResident ? engine.addressOf(y, yOffset) : yChunk;
    const to = zResident ? engine.addressOf(z, zOffset) : zChunk;
    run(part, from, fromStride, other, otherStride, to, toStride, a, b);
    if (!zResident) copyOut(engine, part, zChunk, z, zOffset, zStride);
    xOffset += CHUNK * xStride;
    yOffset += CHUNK * yStride;
    zOffset += CHUNK * zStride;
  }
}
