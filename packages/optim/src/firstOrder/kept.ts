import { Tensor } from "@rushlight/tensor";

/** A tensor of the parameters' size to remember from step to step, with one value everywhere. */
export function kept(x: Tensor, value = 0): Tensor {
  const tensor = new Tensor(x.size(), { dtype: x.dtype, resident: true });
  return value === 0 ? tensor : tensor.fill(value);
}
