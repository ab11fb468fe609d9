import { ArgumentError, type Backend, plainBackend, shown } from "@rushlight/tensor";
import { createWasmBackend, wasmBackend } from "@rushlight/wasm";
import { bestBackend } from "./bestBackend.ts";
import { type BlasPackage, requireBlas } from "./requireBlas.ts";

/** The names that a backend can be asked for by, which `RUSHLIGHT_BACKEND` takes too. */
export const backendNames = ["plain", "wasm", "blas", "auto"] as const;

/** The name that a backend can be asked for by. */
export type BackendName = (typeof backendNames)[number];

/** Asked for by name, a backend must be there: making one says what is missing. */
const choices: Readonly<Record<BackendName, () => Backend>> = {
  plain: () => plainBackend,
  wasm: () => wasmBackend() ?? createWasmBackend(),
  blas() {
    const blas = requireBlas();
    return blas.blasBackend() ?? blas.createBlasBackend();
  },
  auto: () => systemBackend() ?? bestBackend(),
};

/**
 * The backend of a name, for `useBackend` of `@rushlight/tensor`: `plain` TypeScript, the `wasm` kernels, those with the
 * matrix products of a `blas` of the system, or `auto`, the quickest of them that is there.
 *
 * @throws ArgumentError for another name, and with what is missing for a backend that can not be had here
 * @example
 * ```ts
 * import { namedBackend } from "@rushlight/nn";
 * import { backend, useBackend } from "@rushlight/tensor";
 *
 * useBackend(namedBackend("plain"));
 * console.log(backend().name); // plain
 * ```
 */
export function namedBackend(name: BackendName): Backend {
  if (isBackendName(name)) return choices[name]();
  throw new ArgumentError(`namedBackend: expected ${backendNames.join(" or ")}, got ${shown(name)}`);
}

/** Whether a backend can be asked for by this name. */
export function isBackendName(name: unknown): name is BackendName {
  return backendNames.some((known) => known === name);
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
