import { type Activation, isTable } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";

/** A tensor, or every tensor in a table, as a view that is not contiguous and has the same elements. */
export function strided(activation: Activation): Activation {
  if (isTable(activation)) return activation.map(strided);
  return activation.dim() === 0 ? activation : stridedTensor(activation);
}

/** The first two dimensions lie transposed in the storage; where that changes nothing, every second element counts. */
export function stridedTensor(tensor: Tensor): Tensor {
  if (tensor.dim() > 1) {
    const transposed = tensor.transpose(0, 1).clone().transpose(0, 1);
    if (!transposed.isContiguous()) return transposed;
  }
  return new Tensor([...tensor.size(), 2], { dtype: tensor.dtype }).select(-1, 0).copy(tensor);
}
