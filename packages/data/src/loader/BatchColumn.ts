import { ArgumentError, DTypeError, formatSize, ShapeError, Tensor } from "@rushlight/tensor";

/** One side of a batch: the memory for the inputs, or for the targets, of all its samples. */
export class BatchColumn {
  readonly values: Tensor;
  private readonly rows: readonly Tensor[] | undefined;

  /**
   * Memory for `capacity` values like `first`: `[capacity, ...]` of its dtype for a tensor, `[capacity]` of int32 for a
   * number.
   */
  constructor(first: Tensor | number, capacity: number) {
    if (typeof first === "number") {
      this.values = new Tensor([capacity], { dtype: "int32" });
    } else {
      const values = new Tensor([capacity, ...first.size()], { dtype: first.dtype });
      this.values = values;
      this.rows = Array.from({ length: capacity }, (_, row) => values.select(0, row));
    }
  }

  /**
   * Copies a value to a row.
   *
   * @param name what the value is, for the error
   * @throws ShapeError, DTypeError or ArgumentError when it is not like the first one
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
    if ((value | 0) !== value) {
      throw new ArgumentError(
        `${name}: expected a class or an index, a 32-bit whole number, got ${value}; take tensor([value])`,
      );
    }
    this.values.data[row] = value;
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
