import { type DType, multinomial, type RandomOptions, rand, randn, randperm, type Tensor } from "@rushlight/tensor";
import { dtypeOf } from "../../fixtures/tensors.ts";
import { luaDTypes } from "../../fixtures/values.ts";
import { oneBased } from "../../mapping/indices.ts";
import type { LuaArguments } from "../../mapping/LuaArguments.ts";

/** Functions of Torch7 that give random tensors. */
export const randomTensors: Readonly<Record<string, (args: LuaArguments, options: RandomOptions) => Tensor>> = {
  multinomial: (a, options) => {
    const replacement = a.optionalBoolean(2);
    return oneBased(multinomial(a.tensor(0), a.number(1), { ...options, replacement }));
  },
  rand: (a, options) => rand(a.sizes(0), options),
  randn: (a, options) => randn(a.sizes(0), options),
  // An optional second argument names the type of the result; ours holds the same numbers in int32.
  randperm: (a, options) => {
    a.optionalString(1);
    return oneBased(randperm(a.number(0), options));
  },
};

/** Methods of Torch7 that fill a tensor with random numbers. */
export const fills: Readonly<Record<string, (tensor: Tensor, args: LuaArguments, options: RandomOptions) => Tensor>> = {
  bernoulli: (t, a, options) => t.bernoulli(a.isTensor(0) ? a.tensor(0) : a.optionalNumber(0), options),
  cauchy: (t, a, options) => t.cauchy(a.optionalNumber(0), a.optionalNumber(1), options),
  exponential: (t, a, options) => t.exponential(a.number(0), options),
  geometric: (t, a, options) => t.geometric(a.number(0), options),
  logNormal: (t, a, options) => t.logNormal(a.optionalNumber(0), a.optionalNumber(1), options),
  normal: (t, a, options) => t.normal(a.optionalNumber(0), a.optionalNumber(1), options),
  random: (t, a, options) => {
    if (a.count === 0) return t.random(options);
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
