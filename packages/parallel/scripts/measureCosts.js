// Measures how long each kernel takes for a unit of its work, on operands that are in the processor's caches, and writes
// `src/threads/splits/costs.ts`: what decides from which size on an operation is divided. Needs built packages, and a
// machine that does nothing else.
//
//   pnpm build && pnpm --filter @rushlight/parallel costs
import { writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

// Before the kernels are compiled.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
const { createWasmBackend } = await import("@rushlight/wasm");
const { sharedEngine } = await import("@rushlight/wasm/threads");

const COUNT = 16_384;
const MEGABYTE = 2 ** 20;
const ROUNDS = 7;
const SAMPLE_MS = 4;

const backend = createWasmBackend({ shared: true });
const { module, memory } = sharedEngine(backend);
// Kept for as long as the program runs, so that nothing else lies there.
const block = backend.memory.allocate("uint8", 32 * MEGABYTE);
const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
const base = block.elements.byteOffset;
const [A, B, C, D] = [0, 4, 8, 12].map((megabytes) => base + megabytes * MEGABYTE);
const SCRATCH = base + 16 * MEGABYTE;
const GEOMETRY = base + 20 * MEGABYTE;
const INDICES = base + 21 * MEGABYTE;
const BOUNDS = base + 22 * MEGABYTE;
const [OUTER, SIZE] = [64, 256];

// Planes of 28 by 28 under windows of 3 by 3 that move by 2, without padding.
const [EXTENT, KERNEL, STRIDE] = [28, 3, 2];
const OUTPUT = Math.floor((EXTENT - KERNEL) / STRIDE) + 1;
const PLANES = 16;

/** For each kernel by its name without the dtype: operands, and how much work that is. */
const jobs = {
  map: () => [[COUNT, A, 1, C, 1, 0.5, 2], COUNT],
  compareScalar: () => [[COUNT, A, 1, C, 1, 0.5], COUNT],
  zip: () => [[COUNT, A, 1, B, 1, C, 1, 0.5, 2], COUNT],
  compare: () => [[COUNT, A, 1, B, 1, C, 1], COUNT],
  fill: () => [[COUNT, C, 0.5], COUNT],
  step_sgd: () => [[COUNT, A, B, C, 1e-9, 1, 0.9, 0.1, 0.9, 1e-6], COUNT],
  step_scaled: () => [[COUNT, A, B, C, 1e-9, 0.9, 0.1, 1e-8, 1e-6], COUNT],
  step_adam: () => [[COUNT, A, B, C, D, 1e-9, 0.9, 0.999, 1e-8, 1e-6], COUNT],
  step_adadelta: () => [[COUNT, A, B, C, D, 0.9, 1e-6, 1e-6], COUNT],
  step_adamax: () => [[COUNT, A, B, C, D, 1e-9, 0.9, 0.999, 1e-8, 1e-6], COUNT],
  step_rprop: () => [[COUNT, A, B, C, D, 1.2, 0.5, 1e-9, 1e-3], COUNT],
  gemm: () => [[0, 0, 96, 96, 96, 1, A, 96, B, 96, 0, C, 96, 0, SCRATCH], 96 ** 3],
  gemv: () => [[OUTER, SIZE, 1, A, SIZE, B, 0, C], OUTER * SIZE],
  gemv_transposed: () => [[OUTER, SIZE, 1, A, SIZE, B, 0, C, SCRATCH], OUTER * SIZE],
  ger: () => [[OUTER, SIZE, 1e-9, A, B, C, SIZE], OUTER * SIZE],
  dot: () => [[COUNT, A, 1, B, 1, SCRATCH], COUNT],
  reduce: () => [[COUNT, A, 0.5, SCRATCH], COUNT],
  column: () => [[OUTER, SIZE, A, SIZE, SCRATCH, SCRATCH + 8 * SIZE], OUTER * SIZE],
  channel_sums: () => [[8, 16, 16, 128, A, SCRATCH], COUNT],
  channel_squares: () => [[8, 16, 16, 128, A, SCRATCH, SCRATCH + 1024], COUNT],
  channel_products: () => [[8, 16, 16, 128, A, SCRATCH, B, SCRATCH + 1024], COUNT],
  channel_normalize: () => [[8, 16, 16, 128, A, SCRATCH, C], COUNT],
  channel_normalizeGradient: () => [[8, 16, 16, 128, A, B, SCRATCH, C], COUNT],
  rows: (name) => [name.includes("Gradient") ? [OUTER, SIZE, 1, A, B, C] : [OUTER, SIZE, 1, A, C], OUTER * SIZE],
  gather_rows: () => [[OUTER, SIZE, INDICES, A, SIZE, C, SIZE], OUTER * SIZE],
  scatter_add_rows: () => [[OUTER, SIZE, INDICES, A, SIZE, C, SIZE], OUTER * SIZE],
  windows_unfold: () => [[GEOMETRY, PLANES, A, C], PLANES * columns()],
  windows_fold: () => [[GEOMETRY, PLANES, A, C], PLANES * columns()],
  windows_averagePool: () => [[GEOMETRY, PLANES, A, C, 1], PLANES * columns()],
  windows_averagePoolGradient: () => [[GEOMETRY, PLANES, A, C, 1, SCRATCH], PLANES * columns()],
  windows_averagePoolWithin: () => [[GEOMETRY, PLANES, BOUNDS, 0, A, C], PLANES * EXTENT ** 2],
  windows_averagePoolWithinGradient: () => [[GEOMETRY, PLANES, BOUNDS, 0, A, C], PLANES * EXTENT ** 2],
  windows_maxPool: () => [[GEOMETRY, PLANES, A, C, D], PLANES * columns()],
  windows_maxPoolGradient: () => [[PLANES, EXTENT ** 2, OUTPUT ** 2, A, D, C], PLANES * OUTPUT ** 2],
  windows_maxPoolWithin: () => [[GEOMETRY, PLANES, BOUNDS, 0, A, C, D], PLANES * EXTENT ** 2],
  windows_convolve: () => [[GEOMETRY, 4, 8, 4, A, B, 0, C, SCRATCH], 4 * 8 * 4 * columns()],
  windows_convolveWeightGradient: () => [[GEOMETRY, 4, 8, 8, 4, 1e-9, A, B, C, SCRATCH], 4 * 8 * 4 * columns()],
};
// Convolutions that are not unfolded are those whose windows move by 1.
const strideOf = (name) => (name.includes("convolve") ? 1 : STRIDE);
let stride = STRIDE;
const outputExtent = () => Math.floor((EXTENT - KERNEL) / stride) + 1;
const columns = () => KERNEL ** 2 * outputExtent() ** 2;

/** What stays in one thread, and has no cost. */
const undivided = ["reduce_find", "reduce_gather", "multiply_add_loop"];

function prepare(name, wide) {
  stride = strideOf(name);
  const output = outputExtent();
  const words = new Int32Array(memory.buffer, GEOMETRY, 18);
  words.set([1, EXTENT, EXTENT, 1, KERNEL, KERNEL, 1, stride, stride, 0, 0, 0, 1, 1, 1, 1, output, output]);
  const elements = wide ? Float64Array : Float32Array;
  for (const address of [A, B, C, D]) {
    const values = new elements(memory.buffer, address, (4 * MEGABYTE) / elements.BYTES_PER_ELEMENT);
    for (let i = 0; i < values.length; i++) values[i] = 0.1 + ((i * 7919) % 1000) / 1000;
  }
  new Float64Array(memory.buffer, SCRATCH, 4 * SIZE).fill(0.5);
  new Int32Array(memory.buffer, INDICES, OUTER).forEach((_, i, all) => {
    all[i] = (i * 37) % OUTER;
  });
  // Windows as adaptive pooling has them: where those of each dimension begin, and where they end.
  const ends = (begin) => Array.from({ length: output }, (_, o) => o * stride + (begin ? 0 : KERNEL));
  const bounds = [0, 1, ...ends(true), ...ends(false), ...ends(true), ...ends(false)];
  new Int32Array(memory.buffer, BOUNDS, bounds.length).set(bounds);
  if (name === "windows_maxPoolGradient") new Int32Array(memory.buffer, D, PLANES * output ** 2).fill(0);
}

function measure(fullName) {
  const name = fullName.replace(/_f(32|64)$/, "");
  if (undivided.includes(name)) return undefined;
  prepare(name, fullName.endsWith("_f64"));
  const job = jobs[name] ?? jobs[name.slice(0, name.indexOf("_"))];
  const [operands, work] = job(name);
  const run = kernels[fullName];
  let calls = 1;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) run(...operands);
    const time = performance.now() - start;
    if (round > 0) best = Math.min(best, (time / calls) * 1e9);
    calls = Math.max(1, Math.ceil((calls * SAMPLE_MS) / Math.max(time, 0.001)));
  }
  return best / work;
}

const lines = Object.keys(kernels).flatMap((name) => {
  const cost = measure(name);
  return cost === undefined ? [] : [`  ${name}: ${Number(cost.toPrecision(2))},`];
});
const text = `import type { KernelName } from "@rushlight/wasm/threads";

// Written by scripts/measureCosts.js.

/**
 * How long kernels take for a unit of their work, in picoseconds: for an element, an element under a window, or a multiply-add of a
 * product. They were measured on one machine; others are faster or slower, but mostly by the same factor. Those that are not
 * here are never divided.
 */
export const costs: Readonly<Partial<Record<KernelName, number>>> = {
${lines.join("\n")}
};
`;
writeFileSync(new URL("../src/threads/splits/costs.ts", import.meta.url), text);
process.stdout.write(`${lines.join("\n")}\n`);
