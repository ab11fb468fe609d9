import type { DType } from "../dtype/DType.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { binsFor, histogramInto, rowHistogramsInto } from "../histogram/histogram.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { formatSize } from "../shape/size.ts";
import type { OutOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorScans } from "./TensorScans.ts";

/** Histograms of float tensors. One of the layers of {@link Tensor}. */
export abstract class TensorHistograms<D extends DType = DType> extends TensorScans<D> {
  /**
   * How many elements lie in each of some bins of one width between `min` and `max`: a new `[bins]` of this tensor's
   * dtype. The last bin has its upper bound too; elements in no bin, NaN among them, are left out. With `min` equal to
   * `max` the bounds are those of the elements, or 1 below and above when all are one number.
   *
   * @param bins how many, 100 when left out
   * @throws ArgumentError unless there is a bin or more between finite bounds in order
   * @throws ShapeError for an empty tensor without bounds
   * @throws DTypeError for an integer tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 2, 3]).histc(3).toArray()); // [ 1, 2, 1 ]
   * console.log(tensor([1, 2, 2, 3]).histc(2, 0, 2).toArray()); // [ 0, 3 ]
   * ```
   */
  histc(bins = 100, min = 0, max = 0, options: OutOptions<D> = {}): Tensor<D> {
    checkOptions("histc", options, ["out"]);
    const found = binsFor("histc", this, bins, min, max);
    return this.computed({ name: "histc", dtype: this.dtype, size: [bins], operands: [this] }, options.out, (result) =>
      histogramInto("histc", this, found, result),
    );
  }

  /**
   * {@link histc} of each row of a matrix, `[N, D]` → `[N, bins]`. Bounds that are not given are those of the whole
   * matrix.
   *
   * @throws ShapeError unless there are 2 dimensions
   * @throws ArgumentError unless there is a bin or more between finite bounds in order
   * @throws DTypeError for an integer tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2, 2], [3, 3, 1]]).bhistc(3).toArray()); // [ [ 1, 2, 0 ], [ 1, 0, 2 ] ]
   * ```
   */
  bhistc(bins = 100, min = 0, max = 0, options: OutOptions<D> = {}): Tensor<D> {
    checkOptions("bhistc", options, ["out"]);
    if (this.dim() !== 2) throw new ShapeError(`bhistc: expected 2 dimensions, got size ${formatSize(this.size())}`);
    const found = binsFor("bhistc", this, bins, min, max);
    const size = [this.size(0), bins];
    return this.computed({ name: "bhistc", dtype: this.dtype, size, operands: [this] }, options.out, (result) =>
      rowHistogramsInto("bhistc", this, found, result),
    );
  }
}
