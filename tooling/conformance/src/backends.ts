import { blasBackend } from "@rushlight/blas";
import { type Backend, plainBackend } from "@rushlight/tensor";
import { wasmBackend } from "@rushlight/wasm";

/** The backends that this machine can compute with. */
export function backends(): Backend[] {
  return [plainBackend, wasmBackend(), blasBackend()].filter((backend) => backend !== undefined);
}
