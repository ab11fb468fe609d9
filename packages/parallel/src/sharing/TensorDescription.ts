import { backend, type DType, Storage, Tensor } from "@rushlight/tensor";
import { blockAt, residentAddress } from "@rushlight/wasm/threads";

/** Where a tensor lies in shared memory: what a worker is sent of it. */
export interface TensorDescription<D extends DType = DType> {
  readonly dtype: D;
  /** The address of the first element of its storage. */
  readonly address: number;
  /** How many elements its storage has. */
  readonly length: number;
  readonly offset: number;
  readonly size: readonly number[];
  readonly stride: readonly number[];
}

/**
 * Where a tensor lies, to send to a worker; undefined when it lies outside of the shared memory. Whoever sends it keeps the
 * tensor, and does not resize it, for as long as the worker uses it.
 */
export function describeTensor<D extends DType>(tensor: Tensor<D>): TensorDescription<D> | undefined {
  const storage = tensor.storage();
  const address = residentAddress(backend(), storage.data);
  if (address === undefined) return undefined;
  const { dtype } = tensor;
  return {
    dtype,
    address,
    length: storage.size,
    offset: tensor.storageOffset(),
    size: tensor.size(),
    stride: tensor.stride(),
  };
}

/** The tensor that another thread has described: the same elements. */
export function tensorAt<D extends DType>(description: TensorDescription<D>): Tensor<D> {
  const { dtype, address, length, offset, size, stride } = description;
  return new Tensor(Storage.on(dtype, blockAt(backend(), dtype, address, length)), offset, size, stride);
}
