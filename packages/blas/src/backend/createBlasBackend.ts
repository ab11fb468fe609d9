import { checkOptions } from "@rushlight/tensor";
import { thisHost } from "../native/thisHost.ts";
import type { BlasBackend, BlasOptions } from "./BlasBackend.ts";
import { blasBackendOn } from "./blasBackendOn.ts";

/**
 * A backend that computes matrix products with a library of the system. The library is tried before it is used.
 * {@link blasBackend} gives the one that all packages of a program share, and asks for nothing.
 *
 * @throws BlasError when the package koffi or a library is missing, and when the library that was asked for can not be
 * used: the message says what was looked for, and how to get it
 * @throws ArgumentError for options that do not exist, and for threads of a library that has no say in them
 * @example
 * ```ts
 * import { backend, mm, ones, useBackend } from "@rushlight/tensor";
 * import { BlasError, createBlasBackend } from "@rushlight/blas";
 *
 * try {
 *   useBackend(createBlasBackend({ threads: 1 }));
 * } catch (error) {
 *   if (!(error instanceof BlasError)) throw error; // without a library, the backend stays as it is
 * }
 * console.log(mm(ones(20, 30), ones(30, 40)).sum()); // 24000
 * ```
 */
export function createBlasBackend(options: BlasOptions = {}): BlasBackend {
  checkOptions("createBlasBackend", options, ["library", "threads", "below"]);
  return blasBackendOn(thisHost(), options);
}
