import type { MatrixKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyVector, memoryFor } from "./copies.ts";
import { FIRST, SECOND } from "./slots.ts";

/**
 * The kernel adds up pieces of so many products, and then their sums: so the same is done here with managed operands.
 */
const PIECE = 4096;

/** Σ xᵢ·yᵢ with operands wherever they lie. */
export function dotKernel(engine: Engine): MatrixKernels["dot"] {
  const { dot_f32, dot_f64 } = engine.kernels;
  return (count, x, xOffset, xStride, y, yOffset, yStride) => {
    const size = x.BYTES_PER_ELEMENT;
    const run = size === 4 ? dot_f32 : dot_f64;
    const xAt = engine.addressOf(x, xOffset);
    const yAt = engine.addressOf(y, yOffset);
    if (xAt !== 0 && yAt !== 0) return run(count, xAt, xStride, yAt, yStride);
    const room = Math.min(count, PIECE) * size;
    const xCopy = xAt === 0 ? engine.scratch(FIRST, room) : 0;
    const yCopy = yAt === 0 ? engine.scratch(SECOND, room) : 0;
    const memory = memoryFor(engine, x);
    let total = 0;
    for (let i = 0; i < count; i += PIECE) {
      const part = Math.min(PIECE, count - i);
      if (xAt === 0) copyVector(part, x, xOffset + i * xStride, xStride, memory, xCopy / size, 1);
      if (yAt === 0) copyVector(part, y, yOffset + i * yStride, yStride, memory, yCopy / size, 1);
      const xAddress = xAt === 0 ? xCopy : xAt + i * xStride * size;
      const yAddress = yAt === 0 ? yCopy : yAt + i * yStride * size;
      total += run(part, xAddress, xAt === 0 ? 1 : xStride, yAddress, yAt === 0 ? 1 : yStride);
    }
    return total;
  };
}
