import type { AnyModule } from "@rushlight/module";
import { type FloatArray, formatSize, ShapeError, type Tensor } from "@rushlight/tensor";

/**
 * The storage of one of a module's float tensors: its elements are there from its storage offset on.
 *
 * @throws ShapeError when the tensor is not contiguous
 */
export function floatsOf(module: AnyModule, name: string, tensor: Tensor): FloatArray {
  const { data } = tensor.storage();
  const floats = data instanceof Float32Array || data instanceof Float64Array;
  if (floats && tensor.isContiguous()) return data;
  throw new ShapeError(
    `${module.describe()}: expected a contiguous ${name}, got ${tensor.dtype} of size ${formatSize(tensor.size())} with stride ${formatSize(tensor.stride())}`,
  );
}
