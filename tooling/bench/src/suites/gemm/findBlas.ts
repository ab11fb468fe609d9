import { blasBackend, createBlasBackend } from "@rushlight/blas";
import type { Backend } from "@rushlight/tensor";

/** The BLAS backend, or why there is none. */
export function findBlas(): Backend | string {
  try {
    // Making one says what is missing.
    return blasBackend() ?? createBlasBackend();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
