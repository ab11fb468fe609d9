/** The libraries that are known by name. */
export type BlasName = "OpenBLAS" | "MKL" | "BLIS" | "Accelerate" | "unknown";

/** The library that a backend computes with. */
export interface BlasLibrary {
  readonly name: BlasName;
  /** Its file, or the name under which the system found it. */
  readonly path: string;
  /** What it says about its version and how it was built; undefined when it says nothing. */
  readonly config: string | undefined;
}
