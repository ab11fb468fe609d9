import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Linear layers, element-wise parameters, reductions, noise. */
export const simpleRows: Readonly<Record<string, ModuleRow>> = {
  CMul: { create: (a) => new nn.CMul(...a.sizes(0)) },
  Dropout: {
    create: (a) =>
      new nn.Dropout(
        a.optionalNumber(0),
        given({
          v1: a.optionalBoolean(1),
          inplace: a.optionalBoolean(2),
          stochasticInference: a.optionalBoolean(3),
        }),
      ),
  },
  Linear: { create: (a) => new nn.Linear(a.number(0), a.number(1), given({ bias: a.optionalBoolean(2) })) },
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
