import type { Operation } from "./trials.ts";

/** What a BLAS is trusted with; the rest is left to the backend below. */
export interface Trust {
  /** The operations that treat NaN and infinities as the kernels do. */
  readonly operations: ReadonlySet<Operation>;
  /** Whether its product of float32 vectors is accumulated in double precision. */
  readonly doubles: boolean;
}
