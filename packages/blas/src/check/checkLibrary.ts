import { type FloatArray, plainBackend } from "@rushlight/tensor";
import { type BlasKernels, blasKernels } from "../backend/blasKernels.ts";
import type { BlasPrecisions } from "../library/BlasFunctions.ts";
import { noThresholds } from "../matrix/Thresholds.ts";
import type { NativeLoader } from "../native/NativeLoader.ts";
import { Pointers } from "../native/Pointers.ts";
import type { Trust } from "./Trust.ts";
import { type Operation, operations, plainKernels, type Trial, trials, tried } from "./trials.ts";

/**
 * Tries a BLAS before it is used: some builds compute wrong on some processors.
 *
 * @returns what it can be trusted with. A BLAS may pass over what is multiplied by 0, NaN among it; and OpenBLAS, for one,
 * adds up pieces of float32 products in single precision, whatever the name of the function says.
 * @throws Error when a product of finite numbers is wrong
 */
export function checkLibrary(functions: BlasPrecisions, loader: NativeLoader): Trust {
  checkAddresses(functions, loader);
  const pointers = new Pointers(loader, undefined);
  const careful = new Set<Operation>();
  let doubles = false;
  for (const operation of operations) {
    // Each by itself: products of matrices with a single row are done by other operations.
    const trust: Trust = { operations: new Set([operation]), doubles: true };
    const kernels = blasKernels(functions, pointers, noThresholds, trust, plainBackend);
    const right = (trial: Trial): boolean =>
      same(tried(kernels, operation, trial), tried(plainKernels, operation, trial));
    const failed = trials(operation, "finite").find((trial) => !right(trial));
    if (failed !== undefined) {
      throw new Error(`it computes wrong on this processor: ${operation} with ${described(failed)}`);
    }
    const odd = [...trials(operation, "special"), ...trials(operation, "unread")];
    if (odd.every(right)) careful.add(operation);
    if (operation === "dot") doubles = accumulatesInDouble(kernels.dot);
  }
  return { operations: careful, doubles };
}

/** Pointers are passed as arrays and as numbers. */
function checkAddresses({ float64 }: BlasPrecisions, loader: NativeLoader): void {
  const x = Float64Array.of(1, 2, 3);
  const product = float64.dot(3, loader.address(x), 1, x, 1);
  if (product !== 14) throw new Error(`it computes wrong: expected (1, 2, 3)·(1, 2, 3) to be 14, got ${product}`);
}

function accumulatesInDouble(dot: BlasKernels["dot"]): boolean {
  return [3, 40, 1000].every((count) => {
    const x = new Float32Array(count).fill(1);
    const y = new Float32Array(count).fill(1);
    x[0] = 2 ** 30;
    x[count - 1] = -(2 ** 30);
    return dot(count, x, 0, 1, y, 0, 1) === count - 2;
  });
}

function same(x: FloatArray, y: FloatArray): boolean {
  return x.every((value, i) => value === y[i] || (Number.isNaN(value) && Number.isNaN(y[i])));
}

function described({ wide, size: [m, n, k], transposeA, transposeB, alpha, beta }: Trial): string {
  const transposes = `${transposeA ? "T" : "N"}${transposeB ? "T" : "N"}`;
  return `m ${m}, n ${n}, k ${k}, ${transposes}, alpha ${alpha}, beta ${beta} in ${wide ? "float64" : "float32"}`;
}
