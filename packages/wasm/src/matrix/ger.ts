import type { MatrixKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyMatrix, copyVector, memoryFor } from "./copies.ts";
import { FIRST, RESULT, SECOND } from "./slots.ts";

/** A ← A + alpha·x·yᵀ with operands wherever they lie. */
export function gerKernel(engine: Engine): MatrixKernels["ger"] {
  const { ger_f32, ger_f64 } = engine.kernels;
  return (m, n, alpha, x, xOffset, xStride, y, yOffset, yStride, a, aOffset, aLeading) => {
    if (m === 0 || n === 0) return;
    const size = a.BYTES_PER_ELEMENT;
    const xAt = engine.addressOf(x, xOffset);
    const yAt = engine.addressOf(y, yOffset);
    const aResident = engine.addressOf(a, aOffset);
    // The kernel wants vectors that lie side by side.
    const xInPlace = xAt !== 0 && xStride === 1;
    const yInPlace = yAt !== 0 && yStride === 1;
    const xAddress = xInPlace ? xAt : engine.scratch(FIRST, m * size);
    const yAddress = yInPlace ? yAt : engine.scratch(SECOND, n * size);
    const aAddress = aResident === 0 ? engine.scratch(RESULT, m * n * size) : aResident;
    const memory = memoryFor(engine, a);
    if (!xInPlace) {
      if (xAt === 0) copyVector(m, x, xOffset, xStride, memory, xAddress / size, 1);
      else copyVector(m, memory, xAt / size, xStride, memory, xAddress / size, 1);
    }
    if (!yInPlace) {
      if (yAt === 0) copyVector(n, y, yOffset, yStride, memory, yAddress / size, 1);
      else copyVector(n, memory, yAt / size, yStride, memory, yAddress / size, 1);
    }
    if (aResident === 0) copyMatrix(m, n, a, aOffset, aLeading, memory, aAddress / size, n);
    const run = size === 4 ? ger_f32 : ger_f64;
    run(m, n, alpha, xAddress, yAddress, aAddress, aResident === 0 ? n : aLeading);
    if (aResident === 0) copyMatrix(m, n, memory, aAddress / size, n, a, aOffset, aLeading);
  };
}
