import type { MatrixKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyMatrix, copyVector, memoryFor } from "./copies.ts";
import { FIRST, PACKS, RESULT, SECOND } from "./slots.ts";

/** y ← alpha·op(A)·x + beta·y with operands wherever they lie. */
export function gemvKernel(engine: Engine): MatrixKernels["gemv"] {
  const { gemv_f32, gemv_f64, gemv_transposed_f32, gemv_transposed_f64 } = engine.kernels;
  return (transpose, m, n, alpha, a, aOffset, aLeading, x, xOffset, xStride, beta, y, yOffset, yStride) => {
    const terms = transpose ? m : n;
    const rows = transpose ? n : m;
    if (rows === 0) return;
    const size = a.BYTES_PER_ELEMENT;
    // Addresses stay right when scratch memory grows; views don't. The kernels want vectors that lie side by side.
    const aResident = engine.addressOf(a, aOffset);
    const xResident = xStride === 1 ? engine.addressOf(x, xOffset) : 0;
    const yResident = yStride === 1 ? engine.addressOf(y, yOffset) : 0;
    const xMoved = xStride === 1 ? 0 : engine.addressOf(x, xOffset);
    const yMoved = yStride === 1 ? 0 : engine.addressOf(y, yOffset);
    const aAddress = aResident === 0 ? engine.scratch(FIRST, m * n * size) : aResident;
    const xAddress = xResident === 0 ? engine.scratch(SECOND, terms * size) : xResident;
    const yAddress = yResident === 0 ? engine.scratch(RESULT, rows * size) : yResident;
    const sums = transpose ? engine.scratch(PACKS, rows * size + 16) : 0;
    const memory = memoryFor(engine, a);
    if (aResident === 0) copyMatrix(m, n, a, aOffset, aLeading, memory, aAddress / size, n);
    const aStep = aResident === 0 ? n : aLeading;
    if (xResident === 0) {
      if (xMoved === 0) copyVector(terms, x, xOffset, xStride, memory, xAddress / size, 1);
      else copyVector(terms, memory, xMoved / size, xStride, memory, xAddress / size, 1);
    }
    if (yResident === 0 && beta !== 0) {
      if (yMoved === 0) copyVector(rows, y, yOffset, yStride, memory, yAddress / size, 1);
      else copyVector(rows, memory, yMoved / size, yStride, memory, yAddress / size, 1);
    }
    if (transpose) {
      const run = size === 4 ? gemv_transposed_f32 : gemv_transposed_f64;
      run(m, n, alpha, aAddress, aStep, xAddress, beta, yAddress, sums);
    } else {
      const run = size === 4 ? gemv_f32 : gemv_f64;
      run(m, n, alpha, aAddress, aStep, xAddress, beta, yAddress);
    }
    if (yResident === 0) {
      if (yMoved === 0) copyVector(rows, memory, yAddress / size, 1, y, yOffset, yStride);
      else copyVector(rows, memory, yAddress / size, 1, memory, yMoved / size, yStride);
    }
  };
}
