import * as nn from "@rushlight/nn";
import type { ModuleRow } from "../rows.ts";

/** Normalisation. */
export const normalizationRows: Readonly<Record<string, ModuleRow>> = {
  Normalize: { create: (a) => new nn.Normalize(a.number(0), a.optionalNumber(1)) },
  SpatialContrastiveNormalization: {
    create: (a) =>
      new nn.SpatialContrastiveNormalization(
        a.optionalNumber(0),
        a.optionalTensor(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
      ),
  },
  SpatialCrossMapLRN: {
    create: (a) =>
      new nn.SpatialCrossMapLRN(a.number(0), a.optionalNumber(1), a.optionalNumber(2), a.optionalNumber(3)),
  },
  SpatialDivisiveNormalization: {
    create: (a) =>
      new nn.SpatialDivisiveNormalization(
        a.optionalNumber(0),
        a.optionalTensor(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
      ),
  },
  SpatialSubtractiveNormalization: {
    create: (a) => new nn.SpatialSubtractiveNormalization(a.optionalNumber(0), a.optionalTensor(1)),
  },
};
