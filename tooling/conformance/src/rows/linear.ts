import {
  Bilinear,
  Cosine,
  Euclidean,
  Linear,
  LinearWeightNorm,
  PartialLinear,
  WeightedEuclidean,
} from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

/** A module whose weights of coordinates are not all 1. */
function weightedEuclidean(): WeightedEuclidean {
  const module = new WeightedEuclidean(3, 2);
  module.diagCov.uniform(0.5, 1.5);
  return module;
}

/** A module whose lengths are not those of v. */
function linearWeightNorm(options: { readonly bias?: boolean } = {}): LinearWeightNorm {
  const module = new LinearWeightNorm(3, 2, options);
  module.g.uniform(0.5, 1.5);
  return module;
}

/** Affine maps, and distances to learned points. */
export const linearRows: readonly Row[] = [
  { name: "Linear, batched", module: () => new Linear(3, 2), input: () => randn(4, 3) },
  { name: "Linear, one sample", module: () => new Linear(3, 2), input: () => randn(3), skipped: ["batching"] },
  { name: "Linear to one output", module: () => new Linear(3, 1), input: () => randn(4, 3) },
  { name: "Linear without bias", module: () => new Linear(3, 2, { bias: false }), input: () => randn(4, 3) },
  { name: "LinearWeightNorm, batched", module: () => linearWeightNorm(), input: () => randn(4, 3) },
  { name: "LinearWeightNorm, one sample", module: () => linearWeightNorm(), input: () => randn(3), ...batchless },
  {
    name: "LinearWeightNorm without bias",
    module: () => linearWeightNorm({ bias: false }),
    input: () => randn(4, 3),
  },
  {
    name: "Bilinear",
    module: () => new Bilinear(3, 2, 4),
    input: () => [randn(4, 3), randn(4, 2)],
    ...batchless,
  },
  {
    name: "Bilinear without bias",
    module: () => new Bilinear(3, 2, 1, { bias: false }),
    input: () => [randn(4, 3), randn(4, 2)],
    ...batchless,
  },
  { name: "PartialLinear", module: () => new PartialLinear(3, 4), input: () => randn(4, 3), ...batchless },
  {
    name: "PartialLinear of some outputs",
    module: () => new PartialLinear(3, 4).setPartition([2, 0]),
    input: () => randn(4, 3),
    ...batchless,
  },
  {
    name: "PartialLinear of some outputs, without bias",
    module: () => new PartialLinear(3, 4, { bias: false }).setPartition([1, 1, 3]),
    input: () => randn(4, 3),
    ...batchless,
  },
  { name: "Cosine, batched", module: () => new Cosine(3, 2), input: () => randn(4, 3) },
  { name: "Cosine, one sample", module: () => new Cosine(3, 2), input: () => randn(3), ...batchless },
  { name: "Euclidean, batched", module: () => new Euclidean(3, 2), input: () => randn(4, 3) },
  { name: "Euclidean, one sample", module: () => new Euclidean(3, 2), input: () => randn(3), ...batchless },
  { name: "WeightedEuclidean, batched", module: weightedEuclidean, input: () => randn(4, 3) },
  { name: "WeightedEuclidean, one sample", module: weightedEuclidean, input: () => randn(3), ...batchless },
];
