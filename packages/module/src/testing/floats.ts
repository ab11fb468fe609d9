import { type FloatDType, type Generator, isTensor, Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { flattened } from "../activation/nested.ts";

/** The float tensors of an activation: those that have gradients. */
export function floatTensors(activation: Activation): Tensor[] {
  return flattened(activation).filter((tensor) => tensor.isFloat());
}

/** All tensors of a target of a criterion, which may hold numbers beside them. */
export function tensorsIn(target: unknown): Tensor[] {
  if (isTensor(target)) return [target];
  return Array.isArray(target) ? target.flatMap(tensorsIn) : [];
}

/** A copy of an activation, or of a target of a criterion, with its float tensors in another dtype. */
export function converted<A>(activation: A, dtype: FloatDType): A {
  return mapTensors(activation, (tensor) => (tensor.isFloat() ? tensor.clone().to(dtype) : tensor.clone()));
}

/** An activation of the same sizes with normal numbers in its float tensors. */
export function randomLike<A extends Activation>(activation: A, generator: Generator): A {
  return mapTensors(activation, (tensor) =>
    tensor.isFloat() ? tensor.clone().normal(0, 1, { generator }) : tensor.clone(),
  );
}

/** An activation, or a target of a criterion, with the same elements, of which no tensor is contiguous. */
export function strided<A>(activation: A): A {
  return mapTensors(activation, (tensor) => {
    const twice = new Tensor([...tensor.size(), 2], { dtype: tensor.dtype });
    return twice.select(tensor.dim(), 0).copy(tensor);
  });
}

/** One sample of a batch: entry `index` of the first dimension of every tensor. */
export function sampleOf<A extends Activation>(batch: A, index: number): A {
  return mapTensors(batch, (tensor) =>
    tensor.dim() === 1 ? tensor.narrow(0, index, 1) : tensor.select(0, index).contiguous(),
  );
}

/** All elements of all tensors of an activation, in one list. */
export function elementsOf(activation: Activation): number[] {
  return flattened(activation).flatMap((tensor) => [...tensor.values()]);
}

function mapTensors<A>(value: A, change: (tensor: Tensor) => Tensor): A;
function mapTensors(value: unknown, change: (tensor: Tensor) => Tensor): unknown {
  if (isTensor(value)) return change(value);
  return Array.isArray(value) ? value.map((part: unknown) => mapTensors(part, change)) : value;
}
