import type { AnyModule } from "@rushlight/module";
import * as nn from "@rushlight/nn";
import type { LuaArguments } from "../LuaArguments.ts";
import { MappingError } from "../MappingError.ts";
import type { ModuleRow } from "../rows.ts";

/** Pooling, unpooling and sub-sampling. */
export const poolingRows: Readonly<Record<string, ModuleRow>> = {
  SpatialAveragePooling: {
    create: (a) =>
      new nn.SpatialAveragePooling(
        a.number(0),
        a.number(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
      ),
  },
  SpatialDilatedMaxPooling: {
    create: (a) =>
      new nn.SpatialDilatedMaxPooling(
        a.number(0),
        a.number(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
      ),
  },
  SpatialMaxPooling: {
    create: (a) =>
      new nn.SpatialMaxPooling(
        a.number(0),
        a.number(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
      ),
  },
  TemporalMaxPooling: {
    create: (a) => new nn.TemporalMaxPooling(a.number(0), a.optionalNumber(1)),
  },
  VolumetricAveragePooling: {
    create: (a) =>
      new nn.VolumetricAveragePooling(
        a.number(0),
        a.number(1),
        a.number(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
      ),
  },
  VolumetricDilatedMaxPooling: {
    create: (a) =>
      new nn.VolumetricDilatedMaxPooling(
        a.number(0),
        a.number(1),
        a.number(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
        a.optionalNumber(8),
        a.optionalNumber(9),
        a.optionalNumber(10),
        a.optionalNumber(11),
      ),
  },
  VolumetricMaxPooling: {
    create: (a) =>
      new nn.VolumetricMaxPooling(
        a.number(0),
        a.number(1),
        a.number(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
        a.optionalNumber(8),
      ),
  },
  SpatialSubSampling: {
    create: (a) =>
      new nn.SpatialSubSampling(a.number(0), a.number(1), a.number(2), a.optionalNumber(3), a.optionalNumber(4)),
  },
  TemporalSubSampling: {
    create: (a) => new nn.TemporalSubSampling(a.number(0), a.number(1), a.optionalNumber(2)),
  },
  SpatialLPPooling: {
    create: (a) =>
      new nn.SpatialLPPooling(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
      ),
  },
  FeatureLPPooling: {
    create: (a) =>
      new nn.FeatureLPPooling(a.number(0), a.number(1), a.number(2), { batchMode: a.optionalBoolean(3) ?? false }),
  },
  SpatialAdaptiveMaxPooling: {
    create: (a) => new nn.SpatialAdaptiveMaxPooling(a.number(0), a.number(1)),
  },
  SpatialAdaptiveAveragePooling: {
    create: (a) => new nn.SpatialAdaptiveAveragePooling(a.number(0), a.number(1)),
  },
  SpatialFractionalMaxPooling: {
    create: (a) => new nn.SpatialFractionalMaxPooling(a.number(0), a.number(1), a.number(2), a.number(3)),
  },
  VolumetricFractionalMaxPooling: {
    create: (a) =>
      new nn.VolumetricFractionalMaxPooling(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.number(4),
        a.number(5),
      ),
  },
  TemporalDynamicKMaxPooling: {
    create: (a) => new nn.TemporalDynamicKMaxPooling(a.number(0), a.optionalNumber(1)),
  },
  SpatialMaxUnpooling: {
    create: (a) => new nn.SpatialMaxUnpooling(poolingOf(a, nn.SpatialMaxPooling)),
  },
  VolumetricMaxUnpooling: {
    create: (a) => new nn.VolumetricMaxUnpooling(poolingOf(a, nn.VolumetricMaxPooling)),
  },
};

/** The pooling that is the first argument. */
function poolingOf<P extends AnyModule>(a: LuaArguments, type: abstract new (...args: never[]) => P): P {
  const module = a.module(0);
  if (module instanceof type) return module;
  throw new MappingError(`${a.name}: expected a ${type.name}, got ${module.describe()}`);
}
