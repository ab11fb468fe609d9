import { Tensor } from "@rushlight/tensor";

const buffers = new WeakMap<object, Map<string, Tensor>>();

/**
 * A buffer of the size of a tensor for what need not be remembered: kept with a state, so that no step takes memory, but no
 * part of it.
 */
export function scratch(state: object, name: string, like: Tensor): Tensor {
  const kept = buffers.get(state) ?? new Map<string, Tensor>();
  buffers.set(state, kept);
  let buffer = kept.get(name);
  if (buffer?.dtype !== like.dtype) buffer = new Tensor([], { dtype: like.dtype, resident: true });
  kept.set(name, buffer);
  return buffer.resizeAs(like);
}
