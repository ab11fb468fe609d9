import { backend, extendBackend, plainBackend, useBackend } from "@rushlight/tensor";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

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

/**
 * Lets the umbrella find the package for a BLAS of the system, or none: what Node finds is a package that is built, with
 * another copy of every class.
 */
function stubBlas(found: object | undefined): void {
  const require = (name: string): unknown => {
    if (name !== "@rushlight/blas" || found === undefined) throw new Error(`Cannot find module '${name}'`);
    return found;
  };
  vi.stubGlobal("process", { ...process, getBuiltinModule: () => ({ createRequire: () => require }) });
}

/** A package for a BLAS with a backend, or with a reason why there is none. */
function blasPackage(reason?: string): object {
  const blas = extendBackend(plainBackend, "blas", {});
  return {
    blasBackend: () => (reason === undefined ? blas : undefined),
    createBlasBackend() {
      throw new Error(reason);
    },
  };
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
  await expect(loadedWith("gpu")).rejects.toThrow(
    'RUSHLIGHT_BACKEND: expected plain or wasm or blas or auto, got "gpu"',
  );
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

describe("a BLAS of the system", () => {
  test("is taken when it is asked for, and when the best is", async () => {
    stubBlas(blasPackage());
    expect(await loadedWith("blas")).toBe("blas");
    vi.resetModules();
    expect(await loadedWith("auto")).toBe("blas");
  });

  test("is not taken by who asks for nothing", async () => {
    stubBlas(blasPackage());
    expect(await loadedWith("")).toBe("wasm");
  });

  test("without a library, who asks for it is told what is missing, and who asks for the best gets WebAssembly", async () => {
    stubBlas(blasPackage("createBlasBackend: expected a BLAS library"));
    await expect(loadedWith("blas")).rejects.toThrow("createBlasBackend: expected a BLAS library");
    vi.resetModules();
    expect(await loadedWith("auto")).toBe("wasm");
  });

  test("without the package, who asks for it is told what to install, and who asks for the best gets WebAssembly", async () => {
    stubBlas(undefined);
    await expect(loadedWith("blas")).rejects.toThrow(
      "the backend blas: expected the package @rushlight/blas; get it with npm install @rushlight/blas koffi",
    );
    vi.resetModules();
    expect(await loadedWith("auto")).toBe("wasm");
  });

  test("a package of that name without a backend is refused", async () => {
    stubBlas({});
    await expect(loadedWith("blas")).rejects.toThrow("expected @rushlight/blas to have a backend");
  });

  test("where there is no Node to load it, it is refused", async () => {
    vi.stubGlobal("process", { env: process.env });
    await expect(loadedWith("blas")).rejects.toThrow("the backend blas: expected Node 20.19 or later");
  });

  test("is the package of this workspace", async () => {
    const blas = await import("@rushlight/blas");
    stubBlas(blas);
    expect(await loadedWith("auto")).toBe(blas.blasBackend() === undefined ? "wasm" : "blas");
  });
});
