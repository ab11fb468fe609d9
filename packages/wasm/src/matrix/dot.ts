import type { MatrixKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyVector, memoryFor } from "./copies.ts";
import { FIRST, RESULT, SECOND } from "./slots.ts";

/** The kernel adds up pieces of so many products. Their sums are joined here, in their order. */
const PIECE = 4096;
/** How many pieces are added up in one call: their sums stay in the cache, and take no more memory for longer vectors. */
const PIECES = 1024;

/** Σ xᵢ·yᵢ with operands wherever they lie. */
export function dotKernel(engine: Engine): MatrixKernels["dot"] {
  const { dot_f32, dot_f64 } = engine.kernels;
  return (count, x, xOffset, xStride, y, yOffset, yStride) => {
    const size = x.BYTES_PER_ELEMENT;
    const run = size === 4 ? dot_f32 : dot_f64;
    // Addresses stay right when scratch memory grows; views don't.
    const xAt = engine.addressOf(x, xOffset);
    const yAt = engine.addressOf(y, yOffset);
    const inPlace = xAt !== 0 && yAt !== 0;
    const most = inPlace ? PIECE * PIECES : PIECE;
    const room = Math.min(count, PIECE) * size;
    const xCopy = xAt === 0 ? engine.scratch(FIRST, room) : 0;
    const yCopy = yAt === 0 ? engine.scratch(SECOND, room) : 0;
    const sums = engine.scratch(RESULT, Math.ceil(Math.min(count, most) / PIECE) * 8);
    const memory = memoryFor(engine, x);
    let total = 0;
    for (let i = 0; i < count; i += most) {
      const part = Math.min(most, count - i);
      if (xAt === 0) copyVector(part, x, xOffset + i * xStride, xStride, memory, xCopy / size, 1);
      if (yAt === 0) copyVector(part, y, yOffset + i * yStride, yStride, memory, yCopy / size, 1);
      const xAddress = xAt === 0 ? xCopy : xAt + i * xStride * size;
      const yAddress = yAt === 0 ? yCopy : yAt + i * yStride * size;
      run(part, xAddress, xAt === 0 ? 1 : xStride, yAddress, yAt === 0 ? 1 : yStride, sums);
      const end = sums / 8 + Math.ceil(part / PIECE);
      for (let at = sums / 8; at < end; at++) total += engine.float64[at];
    }
    return total;
  };
}
