import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Element-wise parameters and constants, reductions. */
export const simpleRows: Readonly<Record<string, ModuleRow>> = {
  CMul: { create: (a) => new nn.CMul(...a.sizes(0)) },
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
