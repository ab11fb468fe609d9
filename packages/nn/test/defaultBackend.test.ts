import { backend, plainBackend, useBackend } from "@rushlight/tensor";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  useBackend(plainBackend);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** What the platform has of WebAssembly; its functions are not enumerable. */
function webAssembly(): Record<string, unknown> {
  const original: unknown = Reflect.get(globalThis, "WebAssembly");
  if (typeof original !== "object" || original === null) throw new Error("expected a platform with WebAssembly");
  return Object.fromEntries(
    Object.getOwnPropertyNames(original).map((name): [string, unknown] => [name, Reflect.get(original, name)]),
  );
}

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

test("where WebAssembly is forbidden, plain TypeScript serves, and who asks for WebAssembly is told", async () => {
  vi.stubGlobal("WebAssembly", {
    ...webAssembly(),
    Module: class {
      constructor() {
        throw new Error("code generation is not allowed");
      }
    },
  });
  expect(await loadedWith("")).toBe("plain");
  vi.resetModules();
  await expect(loadedWith("wasm")).rejects.toThrow("code generation is not allowed");
});

test("a backend that the program chose before stays", async () => {
  vi.stubEnv("RUSHLIGHT_BACKEND", "");
  const tensor = await import("@rushlight/tensor");
  tensor.useBackend(tensor.extendBackend(tensor.plainBackend, "mine", {}));
  await import("../src/index.ts");
  expect(tensor.backend().name).toBe("mine");
  expect(backend()).toBe(plainBackend);
});
