import * as nn from "@rushlight/nn";
import type { LuaArguments } from "../LuaArguments.ts";
import type { ModuleRow } from "../rows.ts";

/** Normalisation with statistics of batches and rows. */
export const batchNormalizationRows: Readonly<Record<string, ModuleRow>> = {
  BatchNormalization: { create: (a) => new nn.BatchNormalization(...batchNormalization(a)) },
  SpatialBatchNormalization: { create: (a) => new nn.SpatialBatchNormalization(...batchNormalization(a)) },
  VolumetricBatchNormalization: { create: (a) => new nn.VolumetricBatchNormalization(...batchNormalization(a)) },
  LayerNormalization: {
    create: (a) =>
      new nn.LayerNormalization(a.number(0), a.optionalNumber(1), a.optionalNumber(2), {
        affine: a.optionalBoolean(3) ?? true,
      }),
  },
};

function batchNormalization(a: LuaArguments): ConstructorParameters<typeof nn.BatchNormalization> {
  return [a.number(0), a.optionalNumber(1), a.optionalNumber(2), { affine: a.optionalBoolean(3) ?? true }];
}
