import { IndexError, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  type Activation,
  addSingletonDimension,
  emptied,
  flattened,
  formatSizes,
  recursiveAdd,
  recursiveClone,
  recursiveCopy,
  recursiveFill,
  recursiveResizeAs,
  recursiveType,
} from "../src/index.ts";

test("recursiveResizeAs mirrors nesting and sizes and reuses tensors", () => {
  const kept = zeros(1);
  const like = [zeros(2, 3), [zeros(4)]] as const;
  const result = recursiveResizeAs([kept], like);
  expect(formatSizes(result)).toBe("{[2, 3], {[4]}}");
  expect(result[0]).toBe(kept);
  expect(recursiveResizeAs(kept, zeros(5))).toBe(kept);
  expect(recursiveResizeAs([kept, kept], [zeros(1)]).length).toBe(1);
  expect(recursiveResizeAs(kept, zeros([2], { dtype: "float64" }))).not.toBe(kept);
});

test("recursiveFill, recursiveAdd and recursiveCopy reach every tensor", () => {
  const table = [zeros(2), [zeros(1)]] as const;
  recursiveFill(table, 3);
  recursiveAdd(table, [tensor([1, 2]), [tensor([5])]], 2);
  expect(flattened(table).map((each) => each.toArray())).toEqual([[5, 7], [13]]);
  const copy = recursiveCopy(undefined, table);
  recursiveFill(table, 0);
  expect(copy[0].toArray()).toEqual([5, 7]);
  expect(recursiveClone(copy)[1][0].toArray()).toEqual([13]);
});

test("activations of another nesting or size are refused, and nothing is added", () => {
  const table = [zeros(2), zeros(1)];
  for (const other of [zeros(2), [zeros(2)], [zeros(2), zeros(2)], [zeros(2), [zeros(1)]]] as Activation[]) {
    expect(() => recursiveAdd(table, other)).toThrow(ShapeError);
  }
  expect(() => recursiveAdd(table, [tensor([1, 1]), zeros(2)])).toThrow("got {[2], [1]} and {[2], [2]}");
  expect(table[0].toArray()).toEqual([0, 0]);
});

test("emptied keeps nesting and dtypes", () => {
  const empty = emptied([zeros(2), [zeros([1], { dtype: "float64" })]]);
  expect(formatSizes(empty)).toBe("{[], {[]}}");
  expect(flattened(empty)[1].dtype).toBe("float64");
});

test("recursiveType converts floats, keeps integers, and keeps what shares memory together", () => {
  const base = tensor([1, 2, 3]);
  const [whole, [part, indices]] = recursiveType(
    [base, [base.narrow(0, 1, 2), zeros([1], { dtype: "int32" })]] as const,
    "float64",
  );
  expect([whole.dtype, part.dtype, indices.dtype]).toEqual(["float64", "float64", "int32"]);
  part.fill(9);
  expect(whole.toArray()).toEqual([1, 9, 9]);
  expect(base.toArray()).toEqual([1, 2, 3]);
});

test("addSingletonDimension puts a dimension of size 1 anywhere", () => {
  expect(addSingletonDimension(zeros(3, 3)).size()).toEqual([1, 3, 3]);
  expect(addSingletonDimension(zeros(3, 3), 2).size()).toEqual([3, 3, 1]);
  expect(() => addSingletonDimension(zeros(3, 3), 3)).toThrow(IndexError);
});
