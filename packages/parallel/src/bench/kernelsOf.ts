import { ArgumentError, type Backend } from "@rushlight/tensor";
import { type Kernels, withKernels } from "@rushlight/wasm/threads";

/**
 * The kernels that a backend computes with.
 *
 * @throws ArgumentError when threads can not share its memory
 */
export function kernelsOf(backend: Backend): Kernels {
  let found: Kernels | undefined;
  withKernels(backend, (kernels) => {
    found = kernels;
    return kernels;
  });
  if (found === undefined) throw new ArgumentError(`expected a backend with kernels, got ${backend.name}`);
  return found;
}
