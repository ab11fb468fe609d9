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
};
