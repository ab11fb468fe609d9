import { ArgumentError, backend, plainBackend, randn, Tensor, useBackend } from "@rushlight/tensor";
import { afterEach, expect, test } from "vitest";
import { createWasmBackend, detectFeatures, wasmBackend } from "../src/index.ts";
import "./engines.ts";

afterEach(() => {
  useBackend(plainBackend);
});

test("the shared backend takes the best that the platform has, and is one", () => {
  const wasm = wasmBackend();
  expect(wasm).toBe(wasmBackend());
  expect(wasm?.instructions).toBe(detectFeatures().relaxedSimd ? "relaxed" : "simd");
  expect(wasm?.shared).toBe(true);
  expect(wasm?.features).toContain("shared-memory");
});

test("a backend says which it is and what it uses", () => {
  useBackend(createWasmBackend({ instructions: "simd", shared: false }));
  expect(backend().name).toBe("wasm");
  expect(backend().features).toEqual(["simd"]);
});

test("a backend with less instructions and memory gives the same up to rounding", () => {
  const x = randn([40, 30], { dtype: "float64" });
  const results = [plainBackend, createWasmBackend({ instructions: "simd", shared: false }), createWasmBackend()].map(
    (each) => {
      useBackend(each);
      return new Tensor([40, 40], { dtype: "float64", resident: true }).addmm(x, x.t()).tanh();
    },
  );
  useBackend(plainBackend);
  for (const result of results) expect(result.dist(results[0])).toBeLessThan(1e-12);
});

test("a heap without room leaves everything as it is, but for the place", () => {
  const wasm = createWasmBackend({ heapLimit: 0 });
  useBackend(wasm);
  const x = new Tensor([100], { resident: true }).fill(2).exp();
  expect(x.get(0)).toBeCloseTo(Math.exp(2), 5);
  expect(wasm.heapStats()).toMatchObject({ used: 0, blocks: 0, refused: 1, limit: 0 });
});

test("what the platform or the function does not know is refused", () => {
  // @ts-expect-error: no such option
  expect(() => createWasmBackend({ simd: true })).toThrow(
    'createWasmBackend: expected options named instructions, shared, heapLimit, got "simd"',
  );
  // @ts-expect-error: no such instructions
  expect(() => createWasmBackend({ instructions: "avx" })).toThrow(
    'createWasmBackend: expected instructions "simd" or "relaxed", got avx',
  );
  expect(() => createWasmBackend({ heapLimit: -1 })).toThrow(ArgumentError);
});
