import {
  type CompareKernel,
  type CompareScalarKernel,
  type Comparison,
  type FloatArray,
  plainBackend,
} from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { CHUNK, chunkAddress, copyIn, SHORTEST_RUN, takeChunks } from "../engine/staging.ts";

/** Kernels in WebAssembly, for one dtype. */
type RunScalar = (count: number, x: number, xStride: number, mask: number, maskStride: number, a: number) => void;
type Run = (
  count: number,
  x: number,
  xStride: number,
  y: number,
  yStride: number,
  mask: number,
  maskStride: number,
) => void;

/** The memory of an engine as bytes. Growing replaces it. */
interface Bytes {
  view: Uint8Array;
}

/** The comparisons with a scalar. */
export function compareScalarKernels(engine: Engine): Readonly<Record<Comparison, CompareScalarKernel>> {
  takeChunks(engine);
  const bytes = { view: new Uint8Array(engine.buffer) };
  const kernel = (name: Comparison): CompareScalarKernel => compareScalarKernel(engine, bytes, name);
  return {
    lt: kernel("lt"),
    le: kernel("le"),
    gt: kernel("gt"),
    ge: kernel("ge"),
    eq: kernel("eq"),
    ne: kernel("ne"),
  };
}

/** The comparisons of two operands. */
export function compareKernels(engine: Engine): Readonly<Record<Comparison, CompareKernel>> {
  takeChunks(engine);
  const bytes = { view: new Uint8Array(engine.buffer) };
  const kernel = (name: Comparison): CompareKernel => compareKernel(engine, bytes, name);
  return {
    lt: kernel("lt"),
    le: kernel("le"),
    gt: kernel("gt"),
    ge: kernel("ge"),
    eq: kernel("eq"),
    ne: kernel("ne"),
  };
}

function compareScalarKernel(engine: Engine, bytes: Bytes, name: Comparison): CompareScalarKernel {
  const run32: RunScalar = engine.kernels[`compareScalar_${name}_f32`];
  const run64: RunScalar = engine.kernels[`compareScalar_${name}_f64`];
  const plain = plainBackend.compareScalar[name];
  return (count, x, xOffset, xStride, mask, maskOffset, maskStride, a, b) => {
    const single = x instanceof Float32Array;
    const maskResident = mask.buffer === engine.buffer;
    const xResident = engine.addressOf(x, 0) !== 0;
    if (count < SHORTEST_RUN || (!xResident && (!single || xStride !== 1))) {
      plain(count, x, xOffset, xStride, mask, maskOffset, maskStride, a, b);
      return;
    }
    const run = single ? run32 : run64;
    const whole = maskResident && xResident ? count : CHUNK;
    const xChunk = chunkAddress(engine, 0);
    const maskChunk = chunkAddress(engine, 2);
    for (let left = count; left > 0; left -= whole) {
      const part = Math.min(left, whole);
      const from = xResident ? engine.addressOf(x, xOffset) : xChunk;
      const to = maskResident ? mask.byteOffset + maskOffset : maskChunk;
      if (!xResident) copyIn(engine, part, x, xOffset, xStride, xChunk);
      run(part, from, xResident ? xStride : 1, to, maskResident ? maskStride : 1, a);
      if (!maskResident) copyMask(engine, bytes, part, maskChunk, mask, maskOffset, maskStride);
      xOffset += whole * xStride;
      maskOffset += whole * maskStride;
    }
  };
}

function compareKernel(engine: Engine, bytes: Bytes, name: Comparison): CompareKernel {
  const run32: Run = engine.kernels[`compare_${name}_f32`];
  const run64: Run = engine.kernels[`compare_${name}_f64`];
  const plain = plainBackend.compare[name];
  return (count, x, xOffset, xStride, y, yOffset, yStride, mask, maskOffset, maskStride, a, b) => {
    const single = x instanceof Float32Array;
    const maskResident = mask.buffer === engine.buffer;
    const xResident = engine.addressOf(x, 0) !== 0;
    const yResident = engine.addressOf(y, 0) !== 0;
    const copied = !xResident || !yResident;
    if (count < SHORTEST_RUN || (copied && (!single || xStride !== 1 || yStride !== 1))) {
      plain(count, x, xOffset, xStride, y, yOffset, yStride, mask, maskOffset, maskStride, a, b);
      return;
    }
    const run = single ? run32 : run64;
    const whole = maskResident && xResident && yResident ? count : CHUNK;
    const maskChunk = chunkAddress(engine, 2);
    for (let left = count; left > 0; left -= whole) {
      const part = Math.min(left, whole);
      const from = operandAddress(engine, 0, xResident, part, x, xOffset, xStride);
      const other = operandAddress(engine, 1, yResident, part, y, yOffset, yStride);
      const to = maskResident ? mask.byteOffset + maskOffset : maskChunk;
      run(part, from, xResident ? xStride : 1, other, yResident ? yStride : 1, to, maskResident ? maskStride : 1);
      if (!maskResident) copyMask(engine, bytes, part, maskChunk, mask, maskOffset, maskStride);
      xOffset += whole * xStride;
      yOffset += whole * yStride;
      maskOffset += whole * maskStride;
    }
  };
}

/** Where a part of an operand is, after copying it to scratch memory when it is managed. */
function operandAddress(
  engine: Engine,
  slot: number,
  resident: boolean,
  count: number,
  x: FloatArray,
  offset: number,
  stride: number,
): number {
  if (resident) return engine.addressOf(x, offset);
  const address = chunkAddress(engine, slot);
  copyIn(engine, count, x, offset, stride, address);
  return address;
}

function copyMask(
  engine: Engine,
  bytes: Bytes,
  count: number,
  address: number,
  mask: Uint8Array,
  at: number,
  stride: number,
): void {
  if (bytes.view.buffer !== engine.buffer) bytes.view = new Uint8Array(engine.buffer);
  const { view } = bytes;
  if (stride === 1) mask.set(view.subarray(address, address + count), at);
  else for (let i = 0; i < count; i++, at += stride) mask[at] = view[address + i];
}
