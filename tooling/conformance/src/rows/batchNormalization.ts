import {
  BatchNormalization,
  LayerNormalization,
  SpatialBatchNormalization,
  VolumetricBatchNormalization,
} from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

/** In evaluation, with running statistics of a few batches. */
function trained<M extends BatchNormalization>(module: M, ...size: number[]): M {
  for (let batch = 0; batch < 3; batch++)
    module.forward(
      randn(...size)
        .mul(2)
        .add(1),
    );
  return module.clearState().evaluate();
}

/** Normalisation with statistics of batches and rows. */
export const batchNormalizationRows: readonly Row[] = [
  // In training, a sample's output depends on the batch.
  {
    name: "BatchNormalization in training",
    module: () => new BatchNormalization(3),
    input: () => randn(5, 3),
    ...batchless,
  },
  {
    name: "BatchNormalization without weights in training",
    module: () => new BatchNormalization(3, 1e-3, 0.3, { affine: false }),
    input: () => randn(4, 3),
    ...batchless,
  },
  {
    name: "BatchNormalization of many features in training",
    module: () => new BatchNormalization(37),
    input: () => randn(3, 37),
    ...batchless,
  },
  {
    name: "BatchNormalization in evaluation",
    module: () => trained(new BatchNormalization(3), 4, 3),
    input: () => randn(4, 3),
  },
  {
    name: "BatchNormalization of one sample in evaluation",
    module: () => trained(new BatchNormalization(3), 4, 3),
    input: () => randn(3),
    ...batchless,
  },
  {
    name: "BatchNormalization without weights in evaluation",
    module: () => trained(new BatchNormalization(3, 1e-5, 0.1, { affine: false }), 4, 3),
    input: () => randn(4, 3),
  },
  {
    name: "BatchNormalization of a batch of one in training",
    module: () => trained(new BatchNormalization(3), 4, 3).training(),
    input: () => randn(1, 3),
    ...batchless,
  },
  {
    name: "SpatialBatchNormalization in training",
    module: () => new SpatialBatchNormalization(2),
    input: () => randn(3, 2, 5, 4),
    ...batchless,
  },
  {
    name: "SpatialBatchNormalization in evaluation",
    module: () => trained(new SpatialBatchNormalization(2), 3, 2, 2, 3),
    input: () => randn(3, 2, 2, 3),
  },
  {
    name: "VolumetricBatchNormalization in training",
    module: () => new VolumetricBatchNormalization(2),
    input: () => randn(2, 2, 3, 2, 3),
    ...batchless,
  },
  {
    name: "VolumetricBatchNormalization in evaluation",
    module: () => trained(new VolumetricBatchNormalization(2), 2, 2, 2, 2, 3),
    input: () => randn(2, 2, 2, 2, 3),
  },
  { name: "LayerNormalization of rows", module: () => new LayerNormalization(4), input: () => randn(3, 4) },
  {
    name: "LayerNormalization of one row",
    module: () => new LayerNormalization(4, 0.5),
    input: () => randn(4),
    ...batchless,
  },
  {
    name: "LayerNormalization of long rows of sequences",
    module: () => new LayerNormalization(19),
    input: () => randn(2, 3, 19),
  },
  {
    name: "LayerNormalization without weights",
    module: () => new LayerNormalization(4, 0, 1e-3, { affine: false }),
    input: () => randn(3, 4),
  },
];
