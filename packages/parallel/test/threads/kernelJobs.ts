import { sharedEngine } from "@rushlight/wasm/threads";
import type { ForkedPool } from "./forkedPool.ts";

/** The bytes of a field. */
const FIELD = 2 ** 18;

/** Whole numbers from one up to another. */
type Draw = (least: number, most: number) => number;

/** Memory for operands: four fields of random numbers, what kernels read besides, and scratch memory. */
export interface Fields {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly numbers: number;
  readonly totals: number;
  readonly indices: number;
  readonly bounds: number;
  readonly geometry: number;
  readonly scratch: number;
  /** All of it but the scratch memory. */
  readonly bytes: Uint8Array;
  readonly float32: Float32Array;
  readonly float64: Float64Array;
  readonly int32: Int32Array;
}

/** Takes the memory. */
export function fieldsOf({ backend }: ForkedPool): Fields {
  const block = backend.memory?.allocate("uint8", 10 * FIELD);
  if (block === undefined) throw new Error("expected room");
  const { buffer } = sharedEngine(backend).memory;
  const base = block.elements.byteOffset;
  keptBlocks.push(block);
  return {
    a: base,
    b: base + FIELD,
    c: base + 2 * FIELD,
    d: base + 3 * FIELD,
    numbers: base + 4 * FIELD,
    totals: base + 5 * FIELD,
    indices: base + 6 * FIELD,
    bounds: base + 6 * FIELD + FIELD / 2,
    geometry: base + 7 * FIELD,
    scratch: base + 8 * FIELD,
    bytes: new Uint8Array(buffer, base, 8 * FIELD),
    float32: new Float32Array(buffer, base, FIELD),
    float64: new Float64Array(buffer, base, FIELD / 2),
    int32: new Int32Array(buffer, base + 6 * FIELD, FIELD / 2),
  };
}

/** Blocks are freed when nothing refers to them. */
const keptBlocks: unknown[] = [];

/** Fills the memory with numbers between 0.1 and 1.1 of either dtype. */
export function fill(fields: Fields, wide: boolean, seed: number): void {
  const elements = wide ? fields.float64 : fields.float32;
  const count = wide ? (4 * FIELD) / 8 : FIELD;
  let state = seed >>> 0;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    elements[i] = 0.1 + state / 2 ** 32;
  }
  fields.float64.fill(0.5, (4 * FIELD) / 8, (6 * FIELD) / 8);
}

/** Operands of a kernel, by its name without the dtype. */
export function operandsFor(name: string, f: Fields, draw: Draw): number[] {
  const { a, b, c, d, numbers, totals, indices, scratch } = f;
  const count = draw(1, 10_000);
  const [family] = name.split("_", 1);
  const strides = [draw(0, 3), draw(1, 3), draw(1, 3)];
  const [outer, size, inner] = [draw(1, 9), draw(1, 40), draw(1, 12)];
  if (family === "map") return [count, a, strides[0], c, strides[1], 0.5, 2];
  if (family === "compareScalar") return [count, a, strides[0], c, strides[1], 0.5];
  if (family === "zip") return [count, a, strides[0], b, strides[1], c, strides[2], 0.5, 2];
  if (family === "compare") return [count, a, strides[0], b, strides[1], c, strides[2]];
  if (family === "fill") return [count, c, 0.5];
  if (family === "gather") return [listed(f, outer, 30), size, indices, a, size + 3, c, size + 1];
  if (family === "scatter") return [listed(f, outer, 30), size, indices, a, size + 3, c, size + 1];
  if (family === "rows") return name.includes("Gradient") ? [outer, size, inner, a, b, c] : [outer, size, inner, a, c];
  if (family === "reduce") return [count, a, 0.5, totals];
  if (family === "dot") return [count, a, draw(1, 3), b, draw(1, 3), totals];
  if (family === "column") return [draw(1, 50), size, a, size + draw(0, 3), numbers, totals];
  if (family === "windows") return windowOperands(name, f, draw);
  if (family === "channel") {
    const all = size + draw(0, 2);
    if (name === "channel_sums") return [outer, size, all, inner, a, totals];
    if (name === "channel_squares") return [outer, size, all, inner, a, numbers, totals];
    if (name === "channel_products") return [outer, size, all, inner, a, numbers, b, totals];
    if (name === "channel_normalize") return [outer, size, all, inner, a, d, c];
    return [outer, size, all, inner, a, b, d, c];
  }
  if (family === "step") {
    if (name === "step_sgd") {
      const carries = draw(0, 2);
      return [count, a, b, carries === 0 ? 0 : c, 0.1, carries, 0.9, 0.2, 0.9, 1e-3];
    }
    if (name === "step_scaled") return [count, a, b, c, 0.1, 0.9, 0.1, 1e-8, 1e-3];
    if (name === "step_adadelta") return [count, a, b, c, d, 0.9, 1e-6, 1e-3];
    if (name === "step_rprop") return [count, a, b, c, d, 1.2, 0.5, 1e-6, 50];
    return [count, a, b, c, d, 0.1, 0.9, 0.99, 1e-8, 1e-3];
  }
  const [m, n, k] = [draw(1, 90), draw(1, 90), draw(1, 300)];
  if (name === "gemv") return [m, n, 0.5, a, n + 2, b, draw(0, 1), c];
  if (name === "gemv_transposed") return [m, n, 0.5, a, n + 2, b, draw(0, 1), c, scratch];
  if (name === "ger") return [m, n, 0.5, a, b, c, n + 2];
  if (name !== "gemm") throw new Error(`expected a kernel that is known, got ${name}`);
  const [tA, tB] = [draw(0, 1), draw(0, 1)];
  const along = tA === 0 && tB === 1 ? draw(0, 1) : 0;
  const [aLeading, bLeading] = [(tA === 1 ? m : k) + 1, (tB === 1 ? k : n) + 2];
  return [tA, tB, m, n, k, 0.5, a, aLeading, b, bLeading, draw(0, 1), c, n + 3, along, scratch];
}

/** Writes indices of rows, some of which come twice; gives how many. */
function listed({ int32 }: Fields, count: number, rows: number): number {
  for (let i = 0; i < count; i++) int32[i] = (i * i * 7) % rows;
  return count;
}

function windowOperands(name: string, f: Fields, draw: Draw): number[] {
  const { a, b, c, d, bounds, geometry, scratch, int32 } = f;
  const convolves = name.includes("onvolve");
  const within = name.includes("Within");
  const [kernelHeight, kernelWidth] = [draw(1, 3), draw(1, 3)];
  const [strideHeight, strideWidth] = convolves ? [1, 1] : [draw(1, 2), draw(1, 2)];
  const [height, width] = [kernelHeight + draw(0, 9), kernelWidth + draw(3, 12)];
  const outputHeight = Math.floor((height - kernelHeight) / strideHeight) + 1;
  const outputWidth = Math.floor((width - kernelWidth) / strideWidth) + 1;
  const [input, output] = [height * width, outputHeight * outputWidth];
  const at = (geometry - f.indices) / 4;
  const kernel = [1, kernelHeight, kernelWidth];
  int32.set([1, height, width, ...kernel, 1, strideHeight, strideWidth, 0, 0, 0, 1, 1, 1], at);
  int32.set([1, outputHeight, outputWidth], at + 15);
  const planes = draw(1, 13);
  if (name === "windows_convolve") {
    const [inputs, outputs, samples] = [draw(1, 4), draw(1, 7), draw(1, 6)];
    return [geometry, inputs, outputs, samples, a, b, draw(0, 1) === 1 ? d : 0, c, scratch];
  }
  if (name === "windows_convolveWeightGradient") {
    const [inputs, outputs, samples] = [draw(1, 4), draw(1, 7), draw(1, 6)];
    return [geometry, inputs, outputs, outputs, samples, 0.5, a, b, c, scratch];
  }
  if (name === "windows_maxPoolGradient") {
    const positions = (d - f.a) / 4;
    const words = new Int32Array(f.float32.buffer, f.a, f.float32.length);
    for (let i = 0; i < planes * output; i++) words[positions + i] = (i * 5) % input;
    return [planes, input, output, a, d, c];
  }
  if (within) {
    const step = draw(0, 1) * 2 * (1 + outputHeight + outputWidth);
    const first = (bounds - f.indices) / 4;
    for (let plane = 0; plane < (step === 0 ? 1 : planes); plane++) {
      const rows = Array.from({ length: outputHeight }, (_, o) => o * strideHeight);
      const columns = Array.from({ length: outputWidth }, (_, o) => o * strideWidth);
      const ends = (begins: number[], extent: number): number[] => begins.map((begin) => begin + extent);
      int32.set(
        [0, 1, ...rows, ...ends(rows, kernelHeight), ...columns, ...ends(columns, kernelWidth)],
        first + plane * step,
      );
    }
    return [geometry, planes, bounds, step, a, c, d];
  }
  if (name === "windows_maxPool") return [geometry, planes, a, c, d];
  return [geometry, planes, a, c, draw(0, 1), scratch];
}
