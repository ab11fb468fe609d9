import { type DType, type RandomOptions, rand, randn, randperm, type Tensor } from "@rushlight/tensor";
import { dtypeOf } from "../../fixtures/tensors.ts";
import { luaDTypes } from "../../fixtures/values.ts";
import { oneBased } from "../../mapping/indices.ts";
import type { LuaArguments } from "../../mapping/LuaArguments.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";

/** Functions of Torch7 that give random tensors. */
export const randomTensors: Readonly<Record<string, (args: LuaArguments) => Tensor>> = {
  rand: (a) => rand(a.sizes(0)),
  randn: (a) => randn(a.sizes(0)),
  // An optional second argument names the type of the result; ours holds the same numbers in int32.
  randperm: (a) => {
    a.optionalString(1);
    return oneBased(randperm(a.number(0)));
  },
};

/** Methods of Torch7 that fill a tensor with random numbers. */
export const fills: Readonly<Record<string, (tensor: Tensor, args: LuaArguments, options: RandomOptions) => Tensor>> = {
  bernoulli: (t, a, options) => {
    if (a.isTensor(0)) throw new NotImplemented("Tensor.bernoulli with a tensor of probabilities");
    return t.bernoulli(a.optionalNumber(0), options);
  },
  normal: (t, a, options) => t.normal(a.optionalNumber(0), a.optionalNumber(1), options),
  random: (t, a, options) => {
    if (a.count === 0) return t.random();
    // Torch7 counts from 1 to n.
    return a.count === 1 ? t.random(a.number(0), options).add(1) : t.random(a.number(0), a.number(1), options);
  },
  uniform: (t, a, options) => t.uniform(a.optionalNumber(0), a.optionalNumber(1), options),
};

/** The constructors of Torch7's tensors: `Tensor` is a DoubleTensor. */
export const tensorTypes: ReadonlyMap<string, DType> = new Map([
  ["Tensor", dtypeOf("double")],
  ...luaDTypes.map((name): [string, DType] => [`${name[0].toUpperCase()}${name.slice(1)}Tensor`, dtypeOf(name)]),
]);
