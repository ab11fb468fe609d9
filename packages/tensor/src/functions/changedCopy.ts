import type { DType } from "../dtype/DType.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { computeInto } from "../result/computeInto.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { newTensor } from "./newTensor.ts";

/** A copy of x that is then changed in place, by means of other operands of any dtype, which are checked before. */
export function changedCopy<D extends DType>(
  name: string,
  x: Tensor<D>,
  others: readonly Tensor[],
  options: OutOptions<D>,
  change: (copy: Tensor<D>) => void,
): Tensor<D> {
  checkOptions(name, options, ["out"]);
  const plan = { name, dtype: x.dtype, size: x.size(), operands: [x, ...others] };
  return computeInto(plan, newTensor, options.out, (result) => change(result.copy(x)));
}
