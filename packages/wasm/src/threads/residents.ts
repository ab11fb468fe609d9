import type { Backend, DType, ResidentBlock, TypedArrayOf } from "@rushlight/tensor";
import { sharedParts } from "./sharedEngine.ts";

/**
 * The address of the first element of an array in a backend's memory; undefined when it lies elsewhere.
 *
 * @throws ArgumentError when threads can not share its memory
 * @example
 * ```ts
 * import { Tensor, useBackend } from "@rushlight/tensor";
 * import { createWasmBackend } from "@rushlight/wasm";
 * import { residentAddress } from "@rushlight/wasm/threads";
 *
 * const backend = createWasmBackend({ shared: true });
 * useBackend(backend);
 * console.log(residentAddress(backend, new Tensor([4], { resident: true }).storage().data) === undefined); // false
 * console.log(residentAddress(backend, new Float32Array(4))); // undefined
 * ```
 */
export function residentAddress(backend: Backend, array: TypedArrayOf<DType>): number | undefined {
  const { engine } = sharedParts("residentAddress", backend);
  return array.buffer === engine.buffer ? array.byteOffset : undefined;
}

/**
 * The elements at an address of a backend's memory, as a block for a `Storage`. What lies there belongs to another thread, or
 * to another storage, which must be kept for as long as this one is used.
 *
 * @throws ArgumentError when threads can not share its memory
 * @example
 * ```ts
 * import { Storage, Tensor, useBackend } from "@rushlight/tensor";
 * import { createWasmBackend } from "@rushlight/wasm";
 * import { attachWasmBackend, blockAt, residentAddress, sharedEngine } from "@rushlight/wasm/threads";
 *
 * const backend = createWasmBackend({ shared: true });
 * useBackend(backend);
 * const x = new Tensor([2], { resident: true });
 * const address = residentAddress(backend, x.storage().data) ?? 0;
 *
 * const other = attachWasmBackend(sharedEngine(backend)); // on another thread
 * const same = new Tensor(Storage.on("float32", blockAt(other, "float32", address, 2)), 0, [2]);
 * same.fill(7);
 * console.log(x.toArray()); // [ 7, 7 ]
 * ```
 */
export function blockAt<D extends DType>(
  backend: Backend,
  dtype: D,
  address: number,
  length: number,
): ResidentBlock<D> {
  return sharedParts("blockAt", backend).heap.blockAt(dtype, address, length);
}
