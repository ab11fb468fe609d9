import { type FloatArray, type MapKernel, type MapOperation, plainBackend } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { CHUNK, chunkAddress, copyIn, copyOut, SHORTEST_RUN, takeChunks } from "../engine/staging.ts";

/** The operations that stay with the backend below: vectors bring them nothing, or not the precision. */
type LeftOut = "sin" | "cos" | "tan" | "asin" | "acos" | "atan" | "sinh" | "cosh" | "scalarPow" | "fmodScalar";

/** The element-wise functions of one operand that have vector kernels. */
export type MapKernels = Readonly<Record<Exclude<MapOperation, LeftOut>, MapKernel>>;

/** A kernel in WebAssembly, for one dtype. */
type Run = (count: number, x: number, xStride: number, y: number, yStride: number, a: number, b: number) => void;

/** The names of the kernels in WebAssembly. */
type Name = Exclude<keyof MapKernels, "powScalar" | "fill"> | "square" | "cube" | "squareRootPower";

/** When the plain kernel computes the same bits: always, when float32 holds its scalar exactly, or not always. */
type Exactness = "exact" | "exactScalar" | "rounded";

/** The {@link MapKernels} of an engine. */
export function mapKernels(engine: Engine): MapKernels {
  takeChunks(engine);
  const exact = (name: keyof MapKernels & Name): MapKernel => mapKernel(engine, name, plainBackend.map[name], "exact");
  const withScalar = (name: keyof MapKernels & Name): MapKernel =>
    mapKernel(engine, name, plainBackend.map[name], "exactScalar");
  const rounded = (name: Name): MapKernel => mapKernel(engine, name, plainBackend.map.copy, "rounded");
  const scalarOver = withScalar("scalarOver");
  const copy = copyKernel(exact("copy"));
  return {
    copy,
    fill: fillKernel(engine),
    neg: exact("neg"),
    abs: exact("abs"),
    sign: exact("sign"),
    addScalar: withScalar("addScalar"),
    mulScalar: withScalar("mulScalar"),
    divScalar: withScalar("divScalar"),
    powScalar: powerKernel(
      rounded("square"),
      rounded("cube"),
      rounded("squareRootPower"),
      scalarOver,
      copy,
      generalPowerKernel(engine),
    ),
    scalarMinus: withScalar("scalarMinus"),
    scalarOver,
    remainderScalar: exact("remainderScalar"),
    clamp: exact("clamp"),
    threshold: exact("threshold"),
    leakyReLU: withScalar("leakyReLU"),
    elu: rounded("elu"),
    hardShrink: exact("hardShrink"),
    softShrink: withScalar("softShrink"),
    softPlus: rounded("softPlus"),
    softSign: rounded("softSign"),
    sqrt: exact("sqrt"),
    rsqrt: rounded("rsqrt"),
    exp: rounded("exp"),
    log: rounded("log"),
    log1p: rounded("log1p"),
    tanh: rounded("tanh"),
    sigmoid: rounded("sigmoid"),
    logSigmoid: rounded("logSigmoid"),
    floor: exact("floor"),
    ceil: exact("ceil"),
    round: exact("round"),
    trunc: exact("trunc"),
    frac: exact("frac"),
  };
}

/**
 * A kernel for operands anywhere. Where the plain kernel computes the same bits, it gets short runs, and those managed operands
 * that copying would cost more than vectors gain: strided ones and float64.
 */
function mapKernel(engine: Engine, name: Name, plain: MapKernel, exactness: Exactness): MapKernel {
  return placedKernel(engine, engine.kernels[`map_${name}_f32`], engine.kernels[`map_${name}_f64`], plain, exactness);
}

function placedKernel(engine: Engine, run32: Run, run64: Run, plain: MapKernel, exactness: Exactness): MapKernel {
  const always = exactness === "exact";
  const sometimes = exactness === "exactScalar";
  return (count, x, xOffset, xStride, y, yOffset, yStride, a, b) => {
    const single = x instanceof Float32Array;
    const exact = always || (sometimes && (!single || Math.fround(a) === a));
    const buffer = engine.buffer;
    if (exact && count < SHORTEST_RUN) {
      plain(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
    } else if (x.buffer !== buffer || y.buffer !== buffer) {
      const faster = exact && (!single || xStride !== 1 || yStride !== 1);
      if (faster) plain(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
      else mapChunks(engine, single ? run32 : run64, count, x, xOffset, xStride, y, yOffset, yStride, a, b);
    } else if (single) {
      run32(count, x.byteOffset + 4 * xOffset, xStride, y.byteOffset + 4 * yOffset, yStride, a, b);
    } else {
      run64(count, x.byteOffset + 8 * xOffset, xStride, y.byteOffset + 8 * yOffset, yStride, a, b);
    }
  };
}

/** The same for operands of which at least one is managed. */
function mapChunks(
  engine: Engine,
  run: Run,
  count: number,
  x: FloatArray,
  xOffset: number,
  xStride: number,
  y: FloatArray,
  yOffset: number,
  yStride: number,
  a: number,
  b: number,
): void {
  const xChunk = chunkAddress(engine, 0);
  const yChunk = chunkAddress(engine, 1);
  const xResident = engine.addressOf(x, 0) !== 0;
  const yResident = engine.addressOf(y, 0) !== 0;
  for (; count > 0; count -= CHUNK, xOffset += CHUNK * xStride, yOffset += CHUNK * yStride) {
    const part = Math.min(count, CHUNK);
    if (!xResident) copyIn(engine, part, x, xOffset, xStride, xChunk);
    const from = xResident ? engine.addressOf(x, xOffset) : xChunk;
    const to = yResident ? engine.addressOf(y, yOffset) : yChunk;
    run(part, from, xResident ? xStride : 1, to, yResident ? yStride : 1, a, b);
    if (!yResident) copyOut(engine, part, yChunk, y, yOffset, yStride);
  }
}

/** Copies dense runs with `set`, which takes operands wherever they are, and all others as `strided` does. */
function copyKernel(strided: MapKernel): MapKernel {
  return (count, x, xOffset, xStride, y, yOffset, yStride, a, b) => {
    if (count >= SHORTEST_RUN && xStride === 1 && yStride === 1) y.set(x.subarray(xOffset, xOffset + count), yOffset);
    else strided(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
  };
}

/** Fills dense runs of resident memory, which `fill` of a typed array is slow in where threads can share it. */
function fillKernel(engine: Engine): MapKernel {
  const { fill_f32, fill_f64 } = engine.kernels;
  const plain = plainBackend.map.fill;
  return (count, x, xOffset, xStride, y, yOffset, yStride, a, b) => {
    const address = yStride === 1 && count >= SHORTEST_RUN ? engine.addressOf(y, yOffset) : 0;
    if (address === 0) plain(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
    else if (y instanceof Float32Array) fill_f32(count, address, a);
    else fill_f64(count, address, a);
  };
}

/**
 * Any power of float32. Those of float64 are left to the plain kernel: JavaScript's own are exact to the last digit or
 * two, and vectors would have to compute in twice the precision for that.
 */
function generalPowerKernel(engine: Engine): MapKernel {
  const { map_power_f32 } = engine.kernels;
  const plain = plainBackend.map.powScalar;
  const single = placedKernel(engine, map_power_f32, map_power_f32, plain, "rounded");
  return (count, x, xOffset, xStride, y, yOffset, yStride, a, b) => {
    const kernel = x instanceof Float32Array ? single : plain;
    kernel(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
  };
}

/** Powers: exponents that are common by multiplication, division or square root. */
function powerKernel(
  square: MapKernel,
  cube: MapKernel,
  squareRoot: MapKernel,
  scalarOver: MapKernel,
  copy: MapKernel,
  general: MapKernel,
): MapKernel {
  return (count, x, xOffset, xStride, y, yOffset, yStride, a, b) => {
    if (a === 2) square(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
    else if (a === 3) cube(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
    else if (a === 0.5) squareRoot(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
    else if (a === -1) scalarOver(count, x, xOffset, xStride, y, yOffset, yStride, 1, b);
    else if (a === 1) copy(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
    else general(count, x, xOffset, xStride, y, yOffset, yStride, a, b);
  };
}
