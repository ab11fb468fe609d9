import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { LuaArguments } from "../LuaArguments.ts";
import { MappingError } from "../MappingError.ts";
import type { ModuleRow } from "../rows.ts";

/** Padding and resampling of images. */
export const resamplingRows: Readonly<Record<string, ModuleRow>> = {
  PixelShuffle: { create: (a) => new nn.PixelShuffle(a.number(0)) },
  SpatialReflectionPadding: { create: (a) => new nn.SpatialReflectionPadding(...spatialPaddings(a)) },
  SpatialReplicationPadding: { create: (a) => new nn.SpatialReplicationPadding(...spatialPaddings(a)) },
  SpatialUpSamplingBilinear: { create: (a) => new nn.SpatialUpSamplingBilinear(factorOrSize(a)) },
  SpatialUpSamplingNearest: { create: (a) => new nn.SpatialUpSamplingNearest(a.number(0)) },
  SpatialZeroPadding: { create: (a) => new nn.SpatialZeroPadding(...spatialPaddings(a)) },
  UpSampling: { create: (a) => new nn.UpSampling(factorOrSize(a), modeOf(a.optionalString(1))) },
  VolumetricReplicationPadding: {
    create: (a) =>
      new nn.VolumetricReplicationPadding(
        a.number(0),
        a.optionalNumber(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
      ),
  },
};

function spatialPaddings(
  a: LuaArguments,
): [left: number, right: number | undefined, top: number | undefined, bottom: number | undefined] {
  return [a.number(0), a.optionalNumber(1), a.optionalNumber(2), a.optionalNumber(3)];
}

function factorOrSize(a: LuaArguments): number | nn.UpSamplingSize {
  if (!a.isRecord(0)) return a.number(0);
  const { odepth, oheight, owidth } = a.numbersByName(0);
  return { ...given({ odepth }), oheight, owidth };
}

function modeOf(mode: string | undefined): nn.UpSamplingMode | undefined {
  switch (mode) {
    case undefined:
    case "nearest":
    case "linear":
    case "bilinear":
    case "trilinear":
      return mode;
    default:
      throw new MappingError(`UpSampling: the mapping does not know the mode ${mode}`);
  }
}
