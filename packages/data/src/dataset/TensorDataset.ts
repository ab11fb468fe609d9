import { type DType, formatSize, ShapeError, type Tensor } from "@rushlight/tensor";
import { checkIndex } from "../checks/checkIndex.ts";
import type { Batch, Collate } from "../loader/Batch.ts";
import { firstRows } from "../loader/firstRows.ts";
import type { BatchedDataset, Sample } from "./Dataset.ts";
import { type ElementMap, RowCopier } from "./RowCopier.ts";

/** How a {@link TensorDataset} gives its inputs. */
export interface InputOptions<Input extends DType = DType> {
  /** The dtype of the inputs in samples and batches. Default: that of the `inputs` tensor. */
  readonly dtype?: Input;
  /** Changes every element of the inputs on the way. Default: they stay as they are. */
  readonly map?: ElementMap;
}

/**
 * The samples in two tensors: sample i is row i of `inputs` with row i of `targets`. A row of a vector is a number.
 *
 * Inputs may be kept in a small dtype and turn into numbers to compute with only on their way into a batch: 60,000
 * images of 28 × 28 bytes take 47 MB, as float32 they would take 188 MB.
 *
 * @example
 * ```ts
 * import { TensorDataset } from "@rushlight/data";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pixels = tensor([[0, 255], [51, 102], [255, 255]], { dtype: "uint8" });
 * const labels = tensor([7, 2, 1], { dtype: "int32" });
 * const dataset = new TensorDataset(pixels, labels, { dtype: "float64", map: (pixel) => pixel / 255 });
 * const fill = dataset.collate(2);
 * const { input, target } = fill(Int32Array.of(1, 0));
 * console.log(input.toArray()); // [ [ 0.2, 0.4 ], [ 0, 1 ] ]
 * console.log(target.toArray()); // [ 2, 7 ]
 * ```
 */
export class TensorDataset<Input extends DType = DType, Target extends DType = DType>
  implements BatchedDataset<Sample<Tensor<Input> | number, Tensor<Target> | number>, Batch<Input, Target>>
{
  readonly length: number;
  /** What inputs are made of: before {@link inputOptions}, and contiguous. */
  readonly inputs: Tensor;
  /** The targets, contiguous. */
  readonly targets: Tensor<Target>;
  /**
   * How inputs leave their tensor. `new TensorDataset(dataset.inputs, dataset.targets, dataset.inputOptions)` has the same
   * samples.
   */
  readonly inputOptions: InputOptions<Input> & { readonly dtype: Input };
  private readonly inputRows: RowCopier<Input>;
  private readonly targetRows: RowCopier<Target>;

  /**
   * @param inputs `[N, ...]`; copied when it is not contiguous, else shared
   * @param targets `[N, ...]`; copied when it is not contiguous, else shared
   * @throws ShapeError when one is empty or when they differ in N
   */
  constructor(inputs: Tensor, targets: Tensor<Target>, options: InputOptions<Input> & { readonly dtype: Input });
  constructor(inputs: Tensor<Input>, targets: Tensor<Target>, options?: InputOptions<Input>);
  constructor(inputs: Tensor, targets: Tensor<Target>, options: InputOptions<Input> = {}) {
    if (inputs.dim() === 0 || targets.dim() === 0 || inputs.size(0) !== targets.size(0)) {
      throw new ShapeError(
        `TensorDataset: expected inputs and targets of the same first size, got ${formatSize(inputs.size())} and ${formatSize(targets.size())}`,
      );
    }
    this.length = inputs.size(0);
    this.inputs = inputs.contiguous().viewAs(inputs);
    this.targets = targets.contiguous().viewAs(targets);
    this.inputOptions = { ...options, dtype: inputDType(inputs, options.dtype) };
    this.inputRows = new RowCopier(this.inputs, this.inputOptions.dtype, options.map);
    this.targetRows = new RowCopier(this.targets, targets.dtype);
  }

  /**
   * Copies of row `index` of both tensors.
   *
   * @throws IndexError unless `index` is from 0 to `length` − 1
   */
  get(index: number): Sample<Tensor<Input> | number, Tensor<Target> | number> {
    checkIndex("TensorDataset", index, this.length);
    return { input: this.inputRows.row(index), target: this.targetRows.row(index) };
  }

  /** Batches `[n, ...]` of both tensors; fewer samples than `capacity` come as a view of the first rows. */
  collate(capacity: number): Collate<Batch<Input, Target>> {
    const full = {
      input: this.inputRows.allocate(capacity),
      target: this.targetRows.allocate(capacity),
      size: capacity,
    };
    return (indices) => {
      this.inputRows.copy(indices, full.input);
      this.targetRows.copy(indices, full.target);
      return firstRows(full, indices.length);
    };
  }
}

function inputDType<Input extends DType>(inputs: Tensor, dtype: Input | undefined): Input;
function inputDType(inputs: Tensor, dtype: DType | undefined): DType {
  return dtype ?? inputs.dtype;
}
