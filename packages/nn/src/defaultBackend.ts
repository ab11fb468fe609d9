import { ArgumentError, type Backend, backend, environmentVariable, plainBackend, useBackend } from "@rushlight/tensor";
import { createWasmBackend, wasmBackend } from "@rushlight/wasm";
import { type BlasPackage, requireBlas } from "./requireBlas.ts";

/** What the environment may ask for. Asked for by name, a backend must be there: making one says what is missing. */
const choices: Readonly<Record<string, () => Backend>> = {
  plain: () => plainBackend,
  wasm: () => wasmBackend() ?? createWasmBackend(),
  blas() {
    const blas = requireBlas();
    return blas.blasBackend() ?? blas.createBlasBackend();
  },
  auto: () => systemBackend() ?? bestBackend(),
};

/**
 * Installs the backend that the environment variable `RUSHLIGHT_BACKEND` names; without it, the WebAssembly backend where
 * the platform can run it, unless the program has chosen another before.
 */
function installDefaultBackend(): void {
  const name = environmentVariable("RUSHLIGHT_BACKEND");
  if (name === undefined || name === "") {
    if (backend() === plainBackend) useBackend(bestBackend());
    return;
  }
  if (!Object.hasOwn(choices, name)) {
    throw new ArgumentError(`RUSHLIGHT_BACKEND: expected ${Object.keys(choices).join(" or ")}, got "${name}"`);
  }
  useBackend(choices[name]());
}

/** The backend on a BLAS of the system; undefined where the package, koffi or a library is missing. */
function systemBackend(): Backend | undefined {
  let blas: BlasPackage;
  try {
    blas = requireBlas();
  } catch {
    return undefined;
  }
  // That may still fail: for a library that the environment names, and that can not be used.
  return blas.blasBackend();
}

/**
 * The WebAssembly backend, or the plain one. A platform may know the instructions and yet forbid to compile them, or have
 * no room for the memory: a program that asked for nothing goes on without. `RUSHLIGHT_BACKEND=wasm` tells why.
 */
function bestBackend(): Backend {
  try {
    return wasmBackend() ?? plainBackend;
  } catch {
    return plainBackend;
  }
}

installDefaultBackend();
