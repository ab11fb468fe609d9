import type { Generator } from "@rushlight/tensor";
import type { LuaArguments } from "../../mapping/LuaArguments.ts";

/** The distributions of single numbers by Torch7's name, drawn from a generator. */
export const distributions: Readonly<Record<string, (generator: Generator, args: LuaArguments) => number>> = {
  bernoulli: (g, a) => g.bernoulli(a.optionalNumber(0)),
  cauchy: (g, a) => g.cauchy(a.optionalNumber(0), a.optionalNumber(1)),
  exponential: (g, a) => g.exponential(a.number(0)),
  geometric: (g, a) => g.geometric(a.number(0)),
  logNormal: (g, a) => g.logNormal(a.optionalNumber(0), a.optionalNumber(1)),
  normal: (g, a) => g.normal(a.optionalNumber(0), a.optionalNumber(1)),
  random: (g, a) => {
    if (a.count === 0) return g.random();
    // Torch7 counts from 1 to n.
    return a.count === 1 ? g.random(a.number(0)) + 1 : g.random(a.number(0), a.number(1));
  },
  uniform: (g, a) => g.uniform(a.optionalNumber(0), a.optionalNumber(1)),
};
