import { ArgumentError, type DType, formatSize, Tensor } from "@rushlight/tensor";
import { describeTensor, type TensorDescription } from "../sharing/TensorDescription.ts";

/** A tensor in the memory that threads share. */
export interface SharedTensor {
  readonly tensor: Tensor;
  readonly description: TensorDescription;
  /** Keeps the memory from being freed, also when the tensor is resized. */
  readonly kept: unknown;
}

/**
 * A tensor as threads know it: this one, or a copy when it lies elsewhere.
 *
 * @throws ArgumentError when there is no room for a copy
 */
export function shareTensor(owner: string, tensor: Tensor): SharedTensor {
  const shared = inSharedMemory(tensor);
  if (shared !== undefined) return shared;
  const copy = allocateShared(owner, tensor.dtype, tensor.size());
  copy.tensor.copy(tensor);
  return copy;
}

/**
 * A tensor of zeros that threads know.
 *
 * @throws ArgumentError when there is no room
 */
export function allocateShared(owner: string, dtype: DType, size: readonly number[]): SharedTensor {
  const shared = inSharedMemory(new Tensor(size, { dtype, resident: true }));
  if (shared !== undefined) return shared;
  throw new ArgumentError(`${owner}: expected room in shared memory for ${dtype} ${formatSize(size)}, found none`);
}

function inSharedMemory(tensor: Tensor): SharedTensor | undefined {
  const description = describeTensor(tensor);
  return description && { tensor, description, kept: tensor.storage().data };
}
