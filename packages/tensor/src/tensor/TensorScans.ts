import type { DType } from "../dtype/DType.ts";
import { checkOptions } from "../options/checkOptions.ts";
import type { ScanOperation } from "../scan/ScanKernel.ts";
import { scanInto } from "../scan/scanInto.ts";
import { checkDimension } from "../shape/dimension.ts";
import type { OutOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorReductions } from "./TensorReductions.ts";

/** Cumulative sums and products. One of the layers of {@link Tensor}. */
export abstract class TensorScans<D extends DType = DType> extends TensorReductions<D> {
  /**
   * The sums along a dimension up to every element, y[i] = x[0] + … + x[i]: a new tensor of this one's size. They are
   * accumulated in double precision; those of integers wrap around.
   *
   * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3]).cumsum().toArray()); // [ 1, 3, 6 ]
   * console.log(tensor([[1, 2], [3, 4]]).cumsum(1).toArray()); // [ [ 1, 3 ], [ 3, 7 ] ]
   * ```
   */
  cumsum(dimension = 0, options?: OutOptions<D>): Tensor<D> {
    return this.scanned("cumsum", "sum", dimension, options);
  }

  /**
   * The products along a dimension up to every element, y[i] = x[0] · … · x[i]; otherwise as {@link cumsum}.
   *
   * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3, 4]).cumprod().toArray()); // [ 1, 2, 6, 24 ]
   * ```
   */
  cumprod(dimension = 0, options?: OutOptions<D>): Tensor<D> {
    return this.scanned("cumprod", "product", dimension, options);
  }

  private scanned(name: string, operation: ScanOperation, dimension: number, options: OutOptions<D> = {}): Tensor<D> {
    checkOptions(name, options, ["out"]);
    const d = checkDimension(name, dimension, this.dim());
    // An element is read before it is written and not afterwards, so this tensor may be the destination.
    const plan = { name, dtype: this.dtype, size: this.size(), operands: [this], elementwise: true };
    return this.computed(plan, options.out, (result) => scanInto(name, operation, this, d, result));
  }
}
