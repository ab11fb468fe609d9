import { describe, expectTypeOf, test } from "vitest";
import {
  add,
  exp,
  type FloatDType,
  lt,
  mm,
  mul,
  ones,
  pow,
  rand,
  randperm,
  type Size,
  Storage,
  Tensor,
  tensor,
  zeros,
} from "../src/index.ts";

const doubles = tensor([1, 2], { dtype: "float64" });
const bytes = tensor([1, 2], { dtype: "uint8" });
const floats = zeros([2], { dtype: "float32" });

describe("a tensor knows the typed array of its elements", () => {
  test("from its dtype", () => {
    expectTypeOf(doubles.data).toEqualTypeOf<Float64Array>();
    expectTypeOf(bytes.data).toEqualTypeOf<Uint8Array>();
    expectTypeOf(floats.toTypedArray()).toEqualTypeOf<Float32Array>();
    expectTypeOf(new Storage("int16", 3).data).toEqualTypeOf<Int16Array>();
    expectTypeOf(new Tensor([2], { dtype: "int8" }).data).toEqualTypeOf<Int8Array>();
    expectTypeOf(randperm(3).data).toEqualTypeOf<Int32Array>();
  });

  test("from a typed array that it is made of", () => {
    expectTypeOf(tensor(new Float64Array(2))).toEqualTypeOf<Tensor<"float64">>();
    expectTypeOf(tensor(new Uint8Array(2), { size: [2, 1], share: true })).toEqualTypeOf<Tensor<"uint8">>();
    expectTypeOf(tensor(new Uint8Array(2), { dtype: "float32" })).toEqualTypeOf<Tensor<"float32">>();
  });

  test("or only that they are floats, when it has the default dtype", () => {
    expectTypeOf(ones(2, 3)).toEqualTypeOf<Tensor<FloatDType>>();
    expectTypeOf(rand(2).data).toEqualTypeOf<Float32Array | Float64Array>();
  });
});

describe("dtypes go through", () => {
  test("views, in-place methods and conversions", () => {
    expectTypeOf(doubles.view(2, 1).t()).toEqualTypeOf<Tensor<"float64">>();
    expectTypeOf(doubles.add(1).mul(2)).toEqualTypeOf<Tensor<"float64">>();
    expectTypeOf(doubles.to("int32")).toEqualTypeOf<Tensor<"int32">>();
    expectTypeOf(doubles.size()).toEqualTypeOf<Size>();
  });

  test("functions and their destinations", () => {
    expectTypeOf(add(doubles, 1)).toEqualTypeOf<Tensor<"float64">>();
    expectTypeOf(mul(floats, 2, { out: floats })).toEqualTypeOf<Tensor<"float32">>();
    expectTypeOf(pow(2, doubles)).toEqualTypeOf<Tensor<"float64">>();
    expectTypeOf(exp(doubles)).toEqualTypeOf<Tensor<"float64">>();
    expectTypeOf(mm(floats.view(1, 2), floats.view(2, 1))).toEqualTypeOf<Tensor<"float32">>();
    // The default dtype goes with either: what comes is told at run time.
    expectTypeOf(mm(floats.view(1, 2), ones(2, 1))).toEqualTypeOf<Tensor<FloatDType>>();
  });

  test("comparisons give masks, reductions numbers or tensors, extremes values with indices", () => {
    expectTypeOf(lt(doubles, 1)).toEqualTypeOf<Tensor<"uint8">>();
    expectTypeOf(doubles.eq(doubles)).toEqualTypeOf<Tensor<"uint8">>();
    expectTypeOf(doubles.sum()).toEqualTypeOf<number>();
    expectTypeOf(doubles.sum(0)).toEqualTypeOf<Tensor<"float64">>();
    expectTypeOf(doubles.max(0)).toEqualTypeOf<[values: Tensor<"float64">, indices: Tensor<"int32">]>();
  });
});

test("what does not go together does not compile", () => {
  // @ts-expect-error two dtypes
  doubles.add(bytes);
  // @ts-expect-error two dtypes
  doubles.cmul(floats);
  // @ts-expect-error a mask is uint8
  doubles.lt(1, { out: doubles });
  // @ts-expect-error no such dtype
  zeros([2], { dtype: "float16" });
  // @ts-expect-error no such option
  add(doubles, 1, { into: doubles });
});
