import {
  FeatureLPPooling,
  SpatialAdaptiveAveragePooling,
  SpatialAdaptiveMaxPooling,
  SpatialAveragePooling,
  SpatialDilatedMaxPooling,
  SpatialFractionalMaxPooling,
  SpatialLPPooling,
  SpatialMaxPooling,
  SpatialMaxUnpooling,
  SpatialSubSampling,
  TemporalDynamicKMaxPooling,
  TemporalMaxPooling,
  TemporalSubSampling,
  VolumetricAveragePooling,
  VolumetricDilatedMaxPooling,
  VolumetricFractionalMaxPooling,
  VolumetricMaxPooling,
  VolumetricMaxUnpooling,
} from "@rushlight/layers";
import type { AnyModule } from "@rushlight/module";
import { rand, randn, type Tensor } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

/** Pooling. */
export const poolingRows: readonly Row[] = [
  { name: "SpatialMaxPooling of images", module: () => new SpatialMaxPooling(2, 2), input: () => randn(2, 2, 4, 6) },
  {
    name: "SpatialMaxPooling of one image",
    module: () => new SpatialMaxPooling(2, 2),
    input: () => randn(2, 5, 5),
    ...batchless,
  },
  {
    name: "SpatialMaxPooling of overlapping windows with padding",
    module: () => new SpatialMaxPooling(3, 2, 1, 2, 1, 1),
    input: () => randn(2, 2, 5, 4),
  },
  {
    name: "SpatialMaxPooling of what is left over",
    module: () => new SpatialMaxPooling(2, 3, 2, 2).ceil(),
    input: () => randn(2, 2, 6, 5),
  },
  {
    name: "SpatialDilatedMaxPooling",
    module: () => new SpatialDilatedMaxPooling(2, 3, 1, 2, 1, 1, 3, 2),
    input: () => randn(2, 2, 6, 5),
  },
  {
    name: "SpatialAveragePooling of images",
    module: () => new SpatialAveragePooling(2, 3),
    input: () => randn(2, 2, 5, 4),
  },
  {
    name: "SpatialAveragePooling of one image",
    module: () => new SpatialAveragePooling(2, 2, 2, 2),
    input: () => randn(2, 5, 4),
    ...batchless,
  },
  {
    name: "SpatialAveragePooling with padding that counts",
    module: () => new SpatialAveragePooling(3, 2, 2, 1, 1, 1).ceil(),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialAveragePooling with padding that does not count",
    module: () => new SpatialAveragePooling(3, 2, 2, 1, 1, 1).setCountExcludePad(),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialAveragePooling that adds only",
    module: () => Object.assign(new SpatialAveragePooling(2, 2), { divide: false }),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "VolumetricMaxPooling of volumes",
    module: () => new VolumetricMaxPooling(2, 3, 2, 1, 2, 2, 1, 1, 0),
    input: () => randn(2, 2, 3, 4, 5),
  },
  {
    name: "VolumetricMaxPooling of one volume, and of what is left over",
    module: () => new VolumetricMaxPooling(2, 2, 3).ceil(),
    input: () => randn(2, 3, 4, 3),
    ...batchless,
  },
  {
    name: "VolumetricDilatedMaxPooling",
    module: () => new VolumetricDilatedMaxPooling(2, 2, 2, 1, 1, 2, 1, 0, 1, 2, 3, 1),
    input: () => randn(2, 2, 3, 4, 5),
  },
  {
    name: "VolumetricAveragePooling of volumes",
    module: () => new VolumetricAveragePooling(2, 3, 2, 1, 2, 2),
    input: () => randn(2, 2, 3, 4, 5),
  },
  {
    name: "VolumetricAveragePooling of one volume, and of what is left over",
    module: () => new VolumetricAveragePooling(2, 2, 3).ceil(),
    input: () => randn(2, 3, 4, 3),
    ...batchless,
  },
  { name: "TemporalMaxPooling of sequences", module: () => new TemporalMaxPooling(2), input: () => randn(2, 5, 3) },
  {
    name: "TemporalMaxPooling of one sequence",
    module: () => new TemporalMaxPooling(3, 2).ceil(),
    input: () => randn(6, 3),
    ...batchless,
  },
  {
    name: "SpatialSubSampling of images",
    module: () => new SpatialSubSampling(3, 2, 3, 1, 2),
    input: () => randn(2, 3, 6, 4),
  },
  {
    name: "SpatialSubSampling of one image",
    module: () => new SpatialSubSampling(2, 3, 2),
    input: () => randn(2, 4, 5),
    ...batchless,
  },
  {
    name: "TemporalSubSampling of sequences",
    module: () => new TemporalSubSampling(3, 2, 2),
    input: () => randn(2, 5, 3),
  },
  {
    name: "TemporalSubSampling of one sequence",
    module: () => new TemporalSubSampling(3, 3),
    input: () => randn(5, 3),
    ...batchless,
  },
  {
    name: "SpatialLPPooling of images",
    module: () => new SpatialLPPooling(2, 2, 2, 3, 1, 2),
    input: () => randn(2, 2, 5, 4),
  },
  {
    name: "SpatialLPPooling of one image, with a power of 3",
    module: () => new SpatialLPPooling(2, 3, 2, 2),
    input: () => rand(2, 4, 5).add(0.1),
    ...batchless,
  },
  {
    name: "FeatureLPPooling of batches",
    module: () => new FeatureLPPooling(3, 2, 2, { batchMode: true }),
    input: () => randn(2, 7, 2, 3),
    ...batchless,
  },
  {
    name: "FeatureLPPooling of vectors in a batch, with a power of 1.5",
    module: () => new FeatureLPPooling(2, 1, 1.5, { batchMode: true }),
    input: () => rand(3, 6).add(0.1),
    ...batchless,
  },
  {
    name: "FeatureLPPooling of one vector",
    module: () => new FeatureLPPooling(2, 1, 4),
    input: () => rand(6).add(0.1),
    ...batchless,
  },
  {
    name: "FeatureLPPooling of features over a plane",
    module: () => new FeatureLPPooling(2, 3, 2),
    input: () => randn(6, 2, 3),
    ...batchless,
  },
  {
    name: "SpatialAdaptiveMaxPooling of images",
    module: () => new SpatialAdaptiveMaxPooling(3, 2),
    input: () => randn(2, 2, 5, 7),
  },
  {
    name: "SpatialAdaptiveMaxPooling of one image, to more than there is",
    module: () => new SpatialAdaptiveMaxPooling(2, 5),
    input: () => randn(2, 3, 4),
    ...batchless,
  },
  {
    name: "SpatialAdaptiveAveragePooling of images",
    module: () => new SpatialAdaptiveAveragePooling(3, 2),
    input: () => randn(2, 2, 5, 7),
  },
  {
    name: "SpatialAdaptiveAveragePooling of one image, to more than there is",
    module: () => new SpatialAdaptiveAveragePooling(2, 5),
    input: () => randn(2, 3, 4),
    ...batchless,
  },
  {
    // Samples one by one draw other windows than in their batch.
    name: "SpatialFractionalMaxPooling of images",
    module: () => new SpatialFractionalMaxPooling(2, 3, 3, 2),
    input: () => randn(2, 2, 6, 7),
    ...batchless,
  },
  {
    name: "SpatialFractionalMaxPooling of one image, by ratios, with windows that stay",
    module: () => new SpatialFractionalMaxPooling(2, 2, 0.6, 0.5).fixPoolingRegions(),
    input: () => randn(2, 6, 7),
    ...batchless,
  },
  {
    name: "VolumetricFractionalMaxPooling of volumes",
    module: () => new VolumetricFractionalMaxPooling(2, 2, 3, 2, 3, 1),
    input: () => randn(2, 1, 4, 5, 4),
    ...batchless,
  },
  {
    name: "VolumetricFractionalMaxPooling of one volume, by ratios",
    module: () => new VolumetricFractionalMaxPooling(2, 2, 2, 0.5, 0.6, 0.5),
    input: () => randn(2, 4, 5, 4),
    ...batchless,
  },
  {
    // The indices are those of a whole batch.
    name: "SpatialMaxUnpooling of images",
    module: () => new SpatialMaxUnpooling(forwarded(new SpatialMaxPooling(2, 3, 2, 3, 1, 1), randn(2, 2, 5, 4))),
    input: () => randn(2, 2, 2, 3),
    ...batchless,
  },
  {
    name: "SpatialMaxUnpooling of one image",
    module: () => new SpatialMaxUnpooling(forwarded(new SpatialMaxPooling(2, 2), randn(2, 5, 4))),
    input: () => randn(2, 2, 2),
    ...batchless,
  },
  {
    name: "VolumetricMaxUnpooling of volumes",
    module: () => new VolumetricMaxUnpooling(forwarded(new VolumetricMaxPooling(2, 3, 1), randn(2, 2, 3, 2, 6))),
    input: () => randn(2, 2, 1, 2, 2),
    ...batchless,
  },
  {
    name: "VolumetricMaxUnpooling of one volume",
    module: () => new VolumetricMaxUnpooling(forwarded(new VolumetricMaxPooling(2, 2, 2).ceil(), randn(2, 3, 2, 3))),
    input: () => randn(2, 2, 1, 2),
    ...batchless,
  },
  {
    name: "TemporalDynamicKMaxPooling of sequences",
    module: () => new TemporalDynamicKMaxPooling(2, 0.5),
    input: () => randn(2, 5, 3),
  },
  {
    name: "TemporalDynamicKMaxPooling of one sequence",
    module: () => new TemporalDynamicKMaxPooling(2),
    input: () => randn(5, 3),
    ...batchless,
  },
];

function forwarded<M extends AnyModule>(module: M, input: Tensor): M {
  module.forward(input);
  return module;
}
