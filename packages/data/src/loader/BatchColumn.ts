import {
  ArgumentError,
  type DType,
  DTypeError,
  formatSize,
  isFloatDType,
  ShapeError,
  Tensor,
  type TypedArray,
} from "@rushlight/tensor";

/**
 * One side of a batch: memory for the inputs, or for the targets, of its samples. For those who fill batches themselves.
 *
 * @example
 * ```ts
 * import { BatchColumn } from "@rushlight/data";
 * import { tensor, zeros } from "@rushlight/tensor";
 *
 * const inputs = new BatchColumn(zeros(2, 3));
 * inputs.write(tensor([1, 2, 3]), 1, "the second input");
 * console.log(inputs.values.toArray()); // [ [ 0, 0, 0 ], [ 1, 2, 3 ] ]
 * ```
 */
export class BatchColumn {
  /** All rows. */
  readonly values: Tensor;
  private readonly rows: readonly Tensor[] | undefined;
  private readonly trial: TypedArray;

  /**
   * @param values the memory: `[n, ...]` for tensors of size `[...]`, `[n]` for numbers
   * @throws ShapeError when it has no rows
   */
  constructor(values: Tensor) {
    if (values.dim() === 0)
      throw new ShapeError(`BatchColumn: expected [n] or [n, ...], got ${formatSize(values.size())}`);
    this.values = values;
    this.rows =
      values.dim() === 1 ? undefined : Array.from({ length: values.size(0) }, (_, row) => values.select(0, row));
    this.trial = new Tensor([1], { dtype: values.dtype }).data;
  }

  /**
   * A column with memory of its own for `capacity` values like `first`: `[capacity, ...]` of its dtype for a tensor,
   * `[capacity]` of int32 for a number.
   */
  static like(first: Tensor | number, capacity: number): BatchColumn {
    const size = typeof first === "number" ? [] : first.size();
    const dtype: DType = typeof first === "number" ? "int32" : first.dtype;
    return new BatchColumn(new Tensor([capacity, ...size], { dtype }));
  }

  /**
   * Copies a value to a row.
   *
   * @param name what the value is, for the error
   * @throws ShapeError, DTypeError or ArgumentError when it does not fit; nothing is written then
   */
  write(value: Tensor | number, row: number, name: string): void {
    if (typeof value === "number") {
      this.writeNumber(value, row, name);
    } else if (this.rows === undefined) {
      throw new ShapeError(
        `${name}: expected a number as in the first sample, got a tensor ${formatSize(value.size())}`,
      );
    } else {
      this.writeTensor(value, this.rows[row], name);
    }
  }

  private writeNumber(value: number, row: number, name: string): void {
    if (this.rows !== undefined) {
      throw new ShapeError(`${name}: expected a tensor as in the first sample, got the number ${value}`);
    }
    this.trial[0] = value;
    if (!isFloatDType(this.values.dtype) && this.trial[0] !== value) {
      throw new ArgumentError(
        `${name}: expected ${wholeNumber(this.values.dtype)}, got ${value}; take tensor([value])`,
      );
    }
    const elements: TypedArray = this.values.storage().data;
    elements[this.values.storageOffset() + row * this.values.stride(0)] = value;
  }

  private writeTensor(value: Tensor, row: Tensor, name: string): void {
    if (!value.isSameSizeAs(row)) {
      throw new ShapeError(
        `${name}: expected size ${formatSize(row.size())} as in the first sample, got ${formatSize(value.size())}`,
      );
    }
    if (value.dtype !== row.dtype) {
      throw new DTypeError(`${name}: expected ${row.dtype} as in the first sample, got ${value.dtype}`);
    }
    row.copy(value);
  }
}

function wholeNumber(dtype: DType): string {
  return dtype === "int32" ? "a class or an index, a 32-bit whole number" : `a whole number that fits ${dtype}`;
}
