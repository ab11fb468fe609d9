import { BlasError } from "../errors/BlasError.ts";
import { NamedLibraryError } from "../errors/NamedLibraryError.ts";
import type { BlasBackend } from "./BlasBackend.ts";
import { createBlasBackend } from "./createBlasBackend.ts";

let shared: BlasBackend | undefined;
let missing = false;

/**
 * The BLAS backend that a program's packages share; undefined where there is no BLAS, or no koffi to call it.
 * {@link createBlasBackend} tells why.
 *
 * @throws BlasError when `RUSHLIGHT_BLAS` names a library that can not be used
 * @example
 * ```ts
 * import { plainBackend, useBackend } from "@rushlight/tensor";
 * import { blasBackend } from "@rushlight/blas";
 * import { wasmBackend } from "@rushlight/wasm";
 *
 * useBackend(blasBackend() ?? wasmBackend() ?? plainBackend);
 * console.log(blasBackend() === blasBackend()); // true
 * ```
 */
export function blasBackend(): BlasBackend | undefined {
  if (shared !== undefined || missing) return shared;
  try {
    shared = createBlasBackend();
  } catch (error) {
    if (!(error instanceof BlasError) || error instanceof NamedLibraryError) throw error;
    missing = true;
  }
  return shared;
}
