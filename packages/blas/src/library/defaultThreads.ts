import type { Host } from "../native/Host.ts";
import type { BlasName } from "./BlasLibrary.ts";

/** The variables that a library reads itself, the first one first. */
const variables: Readonly<Record<BlasName, readonly string[]>> = {
  OpenBLAS: ["OPENBLAS_NUM_THREADS", "GOTO_NUM_THREADS", "OMP_NUM_THREADS"],
  MKL: ["MKL_NUM_THREADS", "OMP_NUM_THREADS"],
  BLIS: ["BLIS_NUM_THREADS", "OMP_NUM_THREADS"],
  Accelerate: ["VECLIB_MAXIMUM_THREADS"],
  unknown: ["OMP_NUM_THREADS"],
};

/** How many threads the environment asks for; 1 when it asks for nothing, since products of this size seldom gain from more. */
export function defaultThreads(name: BlasName, environment: Host["environment"]): number {
  for (const variable of variables[name]) {
    const threads = Number(environment[variable] ?? "");
    if (Number.isInteger(threads) && threads > 0) return threads;
  }
  return 1;
}

/** The variable that sets the threads of a library from outside. */
export function threadVariable(name: BlasName): string {
  return variables[name][0];
}
