import type { Backend } from "@rushlight/tensor";
import type { BlasLibrary } from "../library/BlasLibrary.ts";

/** A backend that computes matrix products with a library of the system, and everything else with another backend. */
export interface BlasBackend extends Backend {
  readonly name: "blas";
  /** The library. */
  readonly library: BlasLibrary;
  /**
   * How many threads the library computes with; it can be set, and holds for the whole process. Undefined for a library
   * that decides by itself, as Accelerate does: setting it throws an ArgumentError then.
   */
  get threads(): number | undefined;
  set threads(count: number);
}

/** How a BLAS backend is made. */
export interface BlasOptions {
  /** The path of the library; that in the environment variable `RUSHLIGHT_BLAS`, or the first one found, when left out. */
  readonly library?: string | undefined;
  /** How many threads it computes with; what the library's own variable in the environment says, or 1, when left out. */
  readonly threads?: number | undefined;
  /** The backend for everything else; the WebAssembly backend, or the plain one where there is none, when left out. */
  readonly below?: Backend | undefined;
}
