import type { NativeLibrary, NativeType } from "../native/NativeLoader.ts";
import type { BlasFunctions, BlasPrecisions } from "./BlasFunctions.ts";

const pointer: NativeType = "void *";

/**
 * The functions of a library that has the C interface of BLAS.
 *
 * @throws Error when one of them is missing
 */
export function bindFunctions(library: NativeLibrary): BlasPrecisions {
  // The float32 product with a sum in double precision has a name of its own.
  return { float32: bind(library, "s", "float", "cblas_dsdot"), float64: bind(library, "d", "double", "cblas_ddot") };
}

function bind(library: NativeLibrary, letter: "s" | "d", real: "float" | "double", dot: string): BlasFunctions {
  const matrix: readonly NativeType[] = [pointer, "int"];
  const vector = matrix;
  const name = (operation: string): string => `cblas_${letter}${operation}`;
  return {
    gemm: library.func(name("gemm"), "void", [
      ...(["int", "int", "int", "int", "int", "int", real] as const),
      ...matrix,
      ...matrix,
      real,
      ...matrix,
    ]),
    gemv: library.func(name("gemv"), "void", ["int", "int", "int", "int", real, ...matrix, ...vector, real, ...vector]),
    ger: library.func(name("ger"), "void", ["int", "int", "int", real, ...vector, ...vector, ...matrix]),
    dot: library.func(dot, "double", ["int", ...vector, ...vector]),
    axpy: library.func(name("axpy"), "void", ["int", real, ...vector, ...vector]),
  };
}
