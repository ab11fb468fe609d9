import type { FloatArray } from "@rushlight/tensor";
import type { NativeLibrary, NativeLoader } from "./NativeLoader.ts";

/** What this package uses of koffi, version 3. */
export interface Koffi {
  load(path: string, options: { readonly global: boolean }): NativeLibrary;
  address(array: FloatArray): bigint;
}

/** True when a module is koffi. */
export function isKoffi(value: unknown): value is Koffi {
  return typeof value === "object" && value !== null && "load" in value && "address" in value;
}

/** The {@link NativeLoader} of koffi. */
export function koffiLoader(koffi: Koffi): NativeLoader {
  return {
    // MKL loads parts of itself, which look for each other's functions in the whole program.
    load: (path) => koffi.load(path, { global: path.includes("mkl_rt") }),
    address: (array) => Number(koffi.address(array)),
  };
}
