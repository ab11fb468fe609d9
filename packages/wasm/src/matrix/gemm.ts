import type { MatrixKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyMatrix, memoryFor } from "./copies.ts";
import { FIRST, PACKS, PACKS_BYTES, RESULT, SECOND } from "./slots.ts";

/**
 * With at most so many rows and at least so many terms, A·Bᵀ is computed along the rows of both: up to a quarter faster
 * (measured), but a fifth slower without relaxed SIMD, where each multiply-add takes a register more.
 */
const MOST_ROWS_ALONG = 64;
const LEAST_TERMS_ALONG = 128;

/**
 * C ← alpha·op(A)·op(B) + beta·C with operands wherever they lie. With a single row or column of C it is a product with a
 * vector.
 */
export function gemmKernel(engine: Engine, gemv: MatrixKernels["gemv"]): MatrixKernels["gemm"] {
  const run32 = engine.kernels.gemm_f32;
  const run64 = engine.kernels.gemm_f64;
  const relaxed = engine.instructions === "relaxed";
  return (tA, tB, m, n, k, alpha, a, aOffset, aLeading, b, bOffset, bLeading, beta, c, cOffset, cLeading) => {
    if (m === 0 || n === 0) return;
    if (m === 1) {
      const rows = tB ? n : k;
      const columns = tB ? k : n;
      const aStride = tA ? aLeading : 1;
      gemv(!tB, rows, columns, alpha, b, bOffset, bLeading, a, aOffset, aStride, beta, c, cOffset, 1);
      return;
    }
    if (n === 1) {
      const rows = tA ? k : m;
      const columns = tA ? m : k;
      const bStride = tB ? 1 : bLeading;
      gemv(tA, rows, columns, alpha, a, aOffset, aLeading, b, bOffset, bStride, beta, c, cOffset, cLeading);
      return;
    }
    const size = a.BYTES_PER_ELEMENT;
    // Addresses stay right when scratch memory grows; views don't.
    const aResident = engine.addressOf(a, aOffset);
    const bResident = engine.addressOf(b, bOffset);
    const cResident = engine.addressOf(c, cOffset);
    const aAddress = aResident === 0 ? engine.scratch(FIRST, m * k * size) : aResident;
    const bAddress = bResident === 0 ? engine.scratch(SECOND, k * n * size) : bResident;
    const cAddress = cResident === 0 ? engine.scratch(RESULT, m * n * size) : cResident;
    const packs = engine.scratch(PACKS, PACKS_BYTES);
    const memory = memoryFor(engine, a);
    let aStep = aLeading;
    if (aResident === 0) {
      aStep = tA ? m : k;
      copyMatrix(tA ? k : m, aStep, a, aOffset, aLeading, memory, aAddress / size, aStep);
    }
    let bStep = bLeading;
    if (bResident === 0) {
      bStep = tB ? k : n;
      copyMatrix(tB ? n : k, bStep, b, bOffset, bLeading, memory, bAddress / size, bStep);
    }
    const cStep = cResident === 0 ? n : cLeading;
    if (cResident === 0 && beta !== 0) copyMatrix(m, n, c, cOffset, cLeading, memory, cAddress / size, n);
    const run = size === 4 ? run32 : run64;
    const along = relaxed && !tA && tB && m <= MOST_ROWS_ALONG && k >= LEAST_TERMS_ALONG;
    run(+tA, +tB, m, n, k, alpha, aAddress, aStep, bAddress, bStep, beta, cAddress, cStep, +along, packs);
    if (cResident === 0) copyMatrix(m, n, memory, cAddress / size, n, c, cOffset, cLeading);
  };
}
