import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Element-wise parameters and constants, reductions. */
export const simpleRows: Readonly<Record<string, ModuleRow>> = {
  Add: { create: (a) => new nn.Add(a.number(0), given({ scalar: a.optionalBoolean(1) })) },
  AddConstant: {
    create: (a) =>
      new nn.AddConstant(a.isTensor(0) ? a.tensor(0) : a.number(0), given({ inplace: a.optionalBoolean(1) })),
  },
  CAdd: { create: (a) => new nn.CAdd(...a.sizes(0)) },
  CMul: { create: (a) => new nn.CMul(...a.sizes(0)) },
  Constant: {
    create: (a) =>
      new nn.Constant(a.isTensor(0) ? a.tensor(0) : a.number(0), given({ nInputDim: a.optionalNumber(1) })),
  },
  Kmeans: { create: (a) => new nn.Kmeans(a.number(0), a.number(1), given({ scale: a.optionalNumber(2) })) },
  Max: { create: (a) => new nn.Max(a.optionalDimension(0), given({ nInputDims: a.optionalNumber(1) })) },
  Mean: { create: (a) => new nn.Mean(a.optionalDimension(0), given({ nInputDims: a.optionalNumber(1) })) },
  Min: { create: (a) => new nn.Min(a.optionalDimension(0), given({ nInputDims: a.optionalNumber(1) })) },
  Mul: { create: () => new nn.Mul() },
  MulConstant: { create: (a) => new nn.MulConstant(a.number(0), given({ inplace: a.optionalBoolean(1) })) },
  Sum: {
    create: (a) =>
      new nn.Sum(
        a.optionalDimension(0),
        given({
          nInputDims: a.optionalNumber(1),
          sizeAverage: a.optionalBoolean(2),
          squeeze: a.optionalBoolean(3),
        }),
      ),
  },
};
