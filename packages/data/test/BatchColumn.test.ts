import { ArgumentError, DTypeError, ones, ShapeError, Tensor, tensor, zeros } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { BatchColumn } from "../src/index.ts";

describe("BatchColumn", () => {
  it("writes tensors and numbers to rows of the memory that it is given", () => {
    const memory = zeros(3, 4);
    new BatchColumn(memory.narrow(1, 1, 2)).write(tensor([5, 6]), 2, "x");
    new BatchColumn(memory.select(1, 3)).write(7.5, 0, "y");
    expect(memory.toArray()).toEqual([
      [0, 0, 0, 7.5],
      [0, 0, 0, 0],
      [0, 5, 6, 0],
    ]);
  });

  it("makes memory for values like the first one", () => {
    const column = BatchColumn.like(ones(2, 3).to("float64"), 4);
    expect([column.values.dtype, column.values.size()]).toEqual(["float64", [4, 2, 3]]);
    const numbers = BatchColumn.like(9, 4);
    expect([numbers.values.dtype, numbers.values.size()]).toEqual(["int32", [4]]);
  });

  it("refuses what does not fit and leaves its memory as it is", () => {
    const bytes = new BatchColumn(ones(2).to("uint8"));
    expect(() => bytes.write(256, 0, "x")).toThrow(
      new ArgumentError("x: expected a whole number that fits uint8, got 256; take tensor([value])"),
    );
    expect(() => bytes.write(tensor([1]), 0, "x")).toThrow(ShapeError);
    const rows = new BatchColumn(ones(2, 2));
    expect(() => rows.write(tensor([3, 3, 3]), 0, "x")).toThrow(ShapeError);
    expect(() => rows.write(tensor([3, 3], { dtype: "int8" }), 0, "x")).toThrow(DTypeError);
    expect(() => rows.write(3, 0, "x")).toThrow(ShapeError);
    expect([bytes.values.sum(), rows.values.sum()]).toEqual([2, 4]);
  });

  it("refuses memory without rows", () => {
    expect(() => new BatchColumn(new Tensor([]))).toThrow(
      new ShapeError("BatchColumn: expected [n] or [n, ...], got []"),
    );
  });
});
