import { backend, manualSeed, mm, ones, randn, Tensor, useBackend } from "@rushlight/tensor";
import { createWasmBackend } from "@rushlight/wasm";
import { afterAll, expect, test } from "vitest";
import { type KernelCall, startDividedKernels, withTimedParts } from "../src/bench/index.ts";

const before = backend();
afterAll(() => useBackend(before));

/** What is computed with parts, and the calls of kernels on the way. */
function timed(threads: number, compute: () => Tensor): { result: Tensor; calls: KernelCall[] } {
  const calls: KernelCall[] = [];
  useBackend(withTimedParts(createWasmBackend({ shared: true }), threads, (call) => calls.push(call)));
  return { result: compute(), calls };
}

function product(): Tensor {
  manualSeed(1);
  return mm(randn(200, 150), randn(150, 100));
}

test("parts that are computed one after the other give the bits of the whole", () => {
  const { result: whole } = timed(1, product);
  for (const threads of [2, 5, 63]) {
    const { result, calls } = timed(threads, product);
    expect(result.toArray()).toEqual(whole.toArray());
    expect(Math.max(...calls.map(({ times }) => times.length))).toBeGreaterThan(threads / 2);
  }
});

test("each call tells its kernel, its operands, and how long its parts took", () => {
  const { calls } = timed(4, () => new Tensor([100_000], { resident: true }).fill(1).tanh());
  const call = calls.find(({ kernel }) => kernel === "map_tanh_f32");
  expect(call?.times).toHaveLength(4);
  expect(call?.operands[0]).toBe(100_000);
  expect(call?.times.every((time) => time >= 0)).toBe(true);
});

test("what is too small stays whole, and has one time", () => {
  const { calls } = timed(4, () => ones(10).tanh());
  const call = calls.find(({ kernel }) => kernel === "map_tanh_f32");
  expect(call?.times).toHaveLength(1);
});

test("numbers of threads and parts that are out of range are refused", async () => {
  const wasm = createWasmBackend({ shared: true });
  for (const threads of [0, 64, 1.5, Number.NaN]) {
    expect(() => withTimedParts(wasm, threads, () => {})).toThrow(
      `withTimedParts: expected threads from 1 to 63, got ${threads}`,
    );
  }
  await expect(startDividedKernels(wasm, 1)).rejects.toThrow("expected threads from 2 to 63, got 1");
  await expect(startDividedKernels(wasm, 2, 64)).rejects.toThrow("expected parts from 2 to 63, got 64");
});

test("a worker shares more parts than there are threads, and the job is done as a whole", async () => {
  const wasm = createWasmBackend({ shared: true });
  useBackend(wasm);
  const { divided, single, close } = await startDividedKernels(wasm, 2, 63);
  const block = wasm.memory?.allocate("float32", 63 * 64);
  const address = block?.elements.byteOffset ?? 0;
  expect(address).toBeGreaterThan(0);
  for (let round = 1; round <= 100; round++) divided.fill_f32(63 * 64, address, round);
  expect(block?.elements.every((value) => value === 100)).toBe(true);
  single.fill_f32(63 * 64, address, 5);
  expect(block?.elements.every((value) => value === 5)).toBe(true);
  await close();
});
