import * as nn from "@rushlight/nn";
import { inputOfFirstChild, inputsOfChildren } from "../containers.ts";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Modules made of modules. */
export const containerRows: Readonly<Record<string, ModuleRow>> = {
  Bottle: {
    create: (a) =>
      new nn.Bottle(new nn.Sequential().insert(a.module(0)).get(0), a.optionalNumber(1), a.optionalNumber(2)),
  },
  Concat: { create: (a) => new nn.Concat(a.dimension(0)), input: inputOfFirstChild },
  ConcatTable: { create: () => new nn.ConcatTable(), input: inputOfFirstChild },
  CReLU: { create: (a) => new nn.CReLU(a.number(0), given({ inplace: a.optionalBoolean(1) })) },
  Decorator: { create: (a) => new nn.Decorator(a.module(0)) },
  DepthConcat: { create: (a) => new nn.DepthConcat(a.dimension(0)), input: inputOfFirstChild },
  DontCast: {
    create: (a) => new nn.DontCast(a.module(0), given({ castIn: a.optionalBoolean(1), castOut: a.optionalBoolean(2) })),
  },
  MapTable: {
    create: (a) => new nn.MapTable(a.has(0) ? a.module(0) : undefined, given({ shared: a.optionalBoolean(1) })),
  },
  Maxout: {
    create: (a) => {
      const preprocess = a.has(3) ? new nn.Sequential().insert(a.module(3)) : undefined;
      return new nn.Maxout(a.number(0), a.number(1), a.number(2), preprocess);
    },
  },
  NaN: { create: (a) => new nn.NaN(a.module(0), a.optionalNumber(1)) },
  Parallel: { create: (a) => new nn.Parallel(a.dimension(0), a.dimension(1)), input: inputOfFirstChild },
  ParallelTable: { create: () => new nn.ParallelTable(), input: inputsOfChildren },
  Profile: { create: (a) => new nn.Profile(a.module(0), a.optionalNumber(1), a.optionalString(2)) },
  Sequential: { create: () => new nn.Sequential(), input: inputOfFirstChild },
  WeightNorm: { create: (a) => new nn.WeightNorm(a.module(0), a.optionalDimension(1)) },
};
