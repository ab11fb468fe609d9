import { useResidentMemory } from "../storage/ResidentMemory.ts";
import type { Backend } from "./Backend.ts";
import { plainBackend } from "./plain/plainBackend.ts";

let current: Backend = plainBackend;

/**
 * The backend that float tensors compute with.
 *
 * @example
 * ```ts
 * import { backend } from "@rushlight/tensor";
 *
 * console.log(backend().name); // plain
 * ```
 */
export function backend(): Backend {
  return current;
}

/**
 * Makes float tensors compute with another backend from now on. Tensors and modules that exist go on working: a
 * backend holds no data.
 *
 * @returns the backend that was in use, to go back to it
 * @example
 * ```ts
 * import { backend, plainBackend, useBackend } from "@rushlight/tensor";
 *
 * const previous = useBackend(plainBackend);
 * console.log(backend() === plainBackend); // true
 * useBackend(previous);
 * ```
 */
export function useBackend(next: Backend): Backend {
  const previous = current;
  current = next;
  useResidentMemory(next.memory);
  return previous;
}

/** The kernels that a backend has of its own; each family may be given in part. */
export type BackendPart = {
  readonly [Family in Exclude<keyof Backend, "name" | "memory" | "features">]?: Partial<Backend[Family]>;
} & Pick<Backend, "features" | "memory">;

/**
 * A backend that implements a part of the kernels and leaves the rest to the one below it.
 *
 * @example
 * ```ts
 * import { backend, extendBackend, useBackend, tensor } from "@rushlight/tensor";
 *
 * const plain = backend();
 * let products = 0;
 * const counting = extendBackend(plain, "counting", {
 *   matrix: { dot: (...operands) => (products++, plain.matrix.dot(...operands)) },
 * });
 * useBackend(counting);
 * tensor([1, 2]).dot(tensor([3, 4]));
 * useBackend(plain);
 * console.log(products); // 1
 * ```
 */
export function extendBackend(below: Backend, name: string, part: BackendPart): Backend {
  return {
    name,
    features: part.features ?? below.features,
    memory: part.memory ?? below.memory,
    matrix: { ...below.matrix, ...part.matrix },
    map: { ...below.map, ...part.map },
    zip: { ...below.zip, ...part.zip },
    compareScalar: { ...below.compareScalar, ...part.compareScalar },
    compare: { ...below.compare, ...part.compare },
    reduce: { ...below.reduce, ...part.reduce },
    rows: { ...below.rows, ...part.rows },
    chosenRows: { ...below.chosenRows, ...part.chosenRows },
    channels: { ...below.channels, ...part.channels },
    columns: { ...below.columns, ...part.columns },
    windows: { ...below.windows, ...part.windows },
    steps: { ...below.steps, ...part.steps },
  };
}
