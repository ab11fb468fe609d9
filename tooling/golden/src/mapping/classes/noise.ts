import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Dropout, noise and penalties. */
export const noiseRows: Readonly<Record<string, ModuleRow>> = {
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
  L1Penalty: {
    create: (a) =>
      new nn.L1Penalty(a.number(0), given({ sizeAverage: a.optionalBoolean(1), provideOutput: a.optionalBoolean(2) })),
  },
  SpatialDropout: {
    create: (a) => new nn.SpatialDropout(a.optionalNumber(0), given({ stochasticInference: a.optionalBoolean(1) })),
  },
  VolumetricDropout: {
    create: (a) => new nn.VolumetricDropout(a.optionalNumber(0), given({ stochasticInference: a.optionalBoolean(1) })),
  },
  WhiteNoise: { create: (a) => new nn.WhiteNoise(a.optionalNumber(0), a.optionalNumber(1)) },
};
