import { backend, plainBackend, useBackend } from "@rushlight/tensor";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  useBackend(plainBackend);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Loads the umbrella anew under an environment and tells which backend is in use then. */
async function loadedWith(name: string): Promise<string> {
  vi.stubEnv("RUSHLIGHT_BACKEND", name);
  const tensor = await import("@rushlight/tensor");
  await import("../src/index.ts");
  return tensor.backend().name;
}

test("the umbrella computes with WebAssembly unless it is told otherwise", async () => {
  expect(await loadedWith("")).toBe("wasm");
});

test.each(["plain", "wasm"])("RUSHLIGHT_BACKEND=%s is followed", async (name) => {
  expect(await loadedWith(name)).toBe(name);
});

test("a backend that is not known is refused by name", async () => {
  await expect(loadedWith("gpu")).rejects.toThrow('RUSHLIGHT_BACKEND: expected plain or wasm, got "gpu"');
});

test("a backend that the program chose before stays", async () => {
  vi.stubEnv("RUSHLIGHT_BACKEND", "");
  const tensor = await import("@rushlight/tensor");
  tensor.useBackend(tensor.extendBackend(tensor.plainBackend, "mine", {}));
  await import("../src/index.ts");
  expect(tensor.backend().name).toBe("mine");
  expect(backend()).toBe(plainBackend);
});
