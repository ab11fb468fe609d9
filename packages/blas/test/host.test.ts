import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** Loads the package anew, so that it looks for a library again. */
async function loaded(): Promise<typeof import("../src/index.ts")> {
  vi.resetModules();
  return import("../src/index.ts");
}

/** Lets nothing be required but this package. */
function stubRequire(found: Readonly<Record<string, unknown>>): void {
  const require = (name: string): unknown => {
    if (!Object.hasOwn(found, name)) throw new Error(`Cannot find module '${name}'`);
    return found[name];
  };
  vi.stubGlobal("process", { ...process, getBuiltinModule: () => ({ createRequire: () => require }) });
}

test("without koffi there is no shared backend, and who asks for one is told what to install", async () => {
  stubRequire({});
  const { blasBackend, createBlasBackend } = await loaded();
  expect(blasBackend()).toBeUndefined();
  expect(() => createBlasBackend()).toThrow(
    "createBlasBackend: expected the package koffi, which calls libraries of the system; get it with npm install koffi",
  );
});

test("a package that is not koffi is refused", async () => {
  stubRequire({ koffi: {} });
  const { createBlasBackend } = await loaded();
  expect(() => createBlasBackend()).toThrow("createBlasBackend: expected koffi 3, got a package of that name");
});

test("where there is no Node, as in browsers, there is no shared backend, and who asks for one is told", async () => {
  const { blasBackend, createBlasBackend } = await loaded();
  vi.stubGlobal("process", undefined);
  expect(blasBackend()).toBeUndefined();
  expect(() => createBlasBackend()).toThrow(
    "createBlasBackend: expected a platform that loads libraries of the system",
  );
});

test("a library that is named and can not be loaded is an error, for the shared backend too", async () => {
  vi.stubEnv("RUSHLIGHT_BLAS", "/no/such/library.so");
  const { blasBackend, createBlasBackend } = await loaded();
  // Without koffi, nothing was tried yet.
  expect(() => blasBackend() ?? createBlasBackend()).toThrow(/no\/such\/library\.so|npm install koffi/);
});

test("options that do not exist are refused", async () => {
  const { createBlasBackend } = await loaded();
  // @ts-expect-error: no such option
  expect(() => createBlasBackend({ path: "/a.so" })).toThrow(
    'createBlasBackend: expected options named library, threads, below, got "path"',
  );
});
