import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Linear maps and distances to learned points. */
export const affineRows: Readonly<Record<string, ModuleRow>> = {
  Bilinear: {
    create: (a) => new nn.Bilinear(a.number(0), a.number(1), a.number(2), given({ bias: a.optionalBoolean(3) })),
  },
  Cosine: { create: (a) => new nn.Cosine(a.number(0), a.number(1)) },
  Euclidean: { create: (a) => new nn.Euclidean(a.number(0), a.number(1)) },
  Linear: { create: (a) => new nn.Linear(a.number(0), a.number(1), given({ bias: a.optionalBoolean(2) })) },
  LinearWeightNorm: {
    create: (a) =>
      new nn.LinearWeightNorm(
        a.number(0),
        a.number(1),
        given({ bias: a.optionalBoolean(2), eps: a.optionalNumber(3) }),
      ),
  },
  PartialLinear: {
    create: (a) => new nn.PartialLinear(a.number(0), a.number(1), given({ bias: a.optionalBoolean(2) })),
  },
  WeightedEuclidean: { create: (a) => new nn.WeightedEuclidean(a.number(0), a.number(1)) },
};
