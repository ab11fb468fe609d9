import { checkDimension, type Tensor } from "@rushlight/tensor";

/**
 * A view of a tensor with a new dimension of size 1 before `dimension`, the first when left out. Torch's
 * `nn.utils.addSingletonDimension`.
 *
 * @throws IndexError unless the dimension is from 0 to the number of dimensions
 */
export function addSingletonDimension(tensor: Tensor, dimension = 0): Tensor {
  return tensor.unsqueeze(checkDimension("addSingletonDimension", dimension, tensor.dim() + 1));
}
