import { describe, expect, test } from "vitest";
import {
  ArgumentError,
  add,
  addcmul,
  bitand,
  clamp,
  DTypeError,
  eq,
  pow,
  ShapeError,
  Tensor,
  tensor,
  zeros,
} from "../src/index.ts";
import { callAnyhow } from "./callAnyhow.ts";

describe("an operation refuses what it can not do, and changes nothing", () => {
  const x = () => tensor([1, 2]);

  test("bits of floats", () => {
    const y = x();
    expect(() => y.bitand(1)).toThrow(
      new DTypeError("bitand: expected an int32, int16, int8 or uint8 tensor, got float32"),
    );
    expect(() => bitand(y, 1)).toThrow(DTypeError);
    expect(y.toArray()).toEqual([1, 2]);
  });

  test("shifts by less than 0 or more than 31 bits, and masks that are not whole", () => {
    const whole = tensor([1, 2], { dtype: "int32" });
    expect(() => whole.lshift(32)).toThrow("lshift: expected 0 to 31 bits, got 32");
    expect(() => whole.rshift(-1)).toThrow("rshift: expected 0 to 31 bits, got -1");
    expect(() => whole.bitor(1.5)).toThrow("bitor: expected a whole number, got 1.5");
    expect(() => whole.cbitor(tensor([1], { dtype: "int32" }))).toThrow(ShapeError);
    expect(whole.toArray()).toEqual([1, 2]);
  });

  test("roots, powers and the like of whole numbers", () => {
    const whole = tensor([4], { dtype: "int32" });
    expect(() => whole.sqrt()).toThrow("sqrt: expected a float64 or float32 tensor, got int32");
    expect(() => whole.pow(2)).toThrow(DTypeError);
    expect(() => whole.cpow(whole)).toThrow(DTypeError);
    expect(whole.toArray()).toEqual([4]);
  });

  test("two tensors or two numbers for pow", () => {
    expect(() => callAnyhow(pow, undefined, [x(), x()])).toThrow(
      "pow: expected a tensor and a number, got two of one kind; for two tensors take cpow",
    );
    expect(() => callAnyhow(pow, undefined, [2, 3])).toThrow(ArgumentError);
  });

  test("limits in the wrong order", () => {
    expect(() => clamp(x(), 2, 1)).toThrow("clamp: expected a lower limit up to the upper one, got 2 and 1");
    expect(() => clamp(x(), Number.NaN, 1)).toThrow(ArgumentError);
  });

  test("operands that are missing or too many", () => {
    const y = x();
    expect(() => callAnyhow(y.addcmul, y, [2, y])).toThrow("addcmul: expected two tensors after the scale, got one");
    expect(() => callAnyhow(y.addcdiv, y, [2, y])).toThrow("addcdiv: expected two tensors after the scale, got one");
    expect(() => callAnyhow(y.addmm, y, [y])).toThrow("addmm: expected two operands after up to two scalars");
    expect(() => callAnyhow(add, undefined, [y, y, y])).toThrow(
      "add: expected options behind two tensors, got a third",
    );
    expect(() => addcmul(y, 2, y, zeros(3))).toThrow(ShapeError);
    expect(y.toArray()).toEqual([1, 2]);
  });

  test("comparisons of two dtypes, and masks of another size or dtype", () => {
    const y = x();
    const mask = tensor([7, 7, 7], { dtype: "uint8" });
    expect(() => callAnyhow(y.eq, y, [tensor([1, 2], { dtype: "int32" })])).toThrow(
      "eq: expected two tensors of one dtype, got float32 and int32",
    );
    expect(() => eq(y, zeros(3), { out: mask })).toThrow(ShapeError);
    expect(() => callAnyhow(y.lt, y, [1, { out: y }])).toThrow("lt: expected a destination of uint8, got float32");
    expect(mask.toArray()).toEqual([7, 7, 7]);
    expect(y.toArray()).toEqual([1, 2]);
  });

  test("destinations that are no tensors, of another dtype, or whose elements coincide", () => {
    const y = x();
    expect(() => callAnyhow(add, undefined, [y, 1, { out: [1] }])).toThrow("add: expected a tensor, got an array");
    expect(() => callAnyhow(add, undefined, [y, 1, { out: tensor([1], { dtype: "int8" }) }])).toThrow(
      "add: expected a destination of float32, got int8",
    );
    expect(() => callAnyhow(add, undefined, [y, 1, { into: y }])).toThrow(
      'add: expected options named out, got "into"',
    );
    const coinciding = zeros(1).expand(2);
    expect(() => add(y, 1, { out: coinciding })).toThrow("add: expected a destination whose elements are apart");
    expect(coinciding.toArray()).toEqual([0, 0]);
  });

  test("two destinations in one storage", () => {
    const values = new Tensor([4], { dtype: "int32" });
    const y = tensor([3, 1], { dtype: "int32" });
    expect(() => y.sort(0, { out: [values.narrow(0, 0, 2), values.narrow(0, 2, 2)] })).toThrow(
      "sort: expected destinations in different storages, got two in one",
    );
    expect(values.toArray()).toEqual([0, 0, 0, 0]);
  });
});
