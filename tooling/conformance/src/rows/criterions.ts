import * as nn from "@rushlight/criterion";
import { Linear, Sigmoid, Tanh } from "@rushlight/layers";
import { rand, randn, type Tensor, tensor } from "@rushlight/tensor";
import { type CriterionRow, criterionRow as row } from "./CriterionRow.ts";

const sum = { sizeAverage: false };
const matrix = (): Tensor => randn(4, 3);
const probabilities = (): Tensor => rand(4, 3).mul(0.8).add(0.1);
const pair = (): nn.TensorPair => [randn(4, 3), randn(4, 3)];
const labels = (): Tensor => tensor([0, 2, 1, 2], { dtype: "int32" });
const signs = (): Tensor => tensor([1, -1, -1, 1]);
const signsOfAll = (): Tensor => randn(4, 3).sign();
const weights = (): Tensor => tensor([0.5, 2, 1.5]);

/** All criterions, and all forms in which they are checked. */
export const criterionRows: readonly CriterionRow[] = [
  // Regression
  row("AbsCriterion", () => new nn.AbsCriterion(), matrix, matrix),
  row("AbsCriterion that sums", () => new nn.AbsCriterion(sum), matrix, matrix),
  row(
    "L1Cost",
    () => new nn.L1Cost(),
    matrix,
    () => undefined,
  ),
  row("MSECriterion", () => new nn.MSECriterion(), matrix, matrix),
  row("MSECriterion that sums", () => new nn.MSECriterion(sum), matrix, matrix),
  row(
    "MSECriterion of other dimensions",
    () => new nn.MSECriterion(),
    matrix,
    () => randn(12),
  ),
  row(
    "SmoothL1Criterion",
    () => new nn.SmoothL1Criterion(),
    matrix,
    () => randn(4, 3).mul(2),
  ),
  row("SmoothL1Criterion that sums", () => new nn.SmoothL1Criterion(sum), matrix, matrix),
  row(
    "SpatialAutoCropMSECriterion",
    () => new nn.SpatialAutoCropMSECriterion(),
    () => randn(2, 3, 2),
    () => randn(2, 4, 5),
  ),
  row(
    "SpatialAutoCropMSECriterion, batched",
    () => new nn.SpatialAutoCropMSECriterion(sum),
    () => randn(2, 1, 3, 2),
    () => randn(2, 1, 3, 5),
  ),
  row("WeightedMSECriterion, element by element", () => new nn.WeightedMSECriterion(randn(4, 3)), matrix, matrix),
  row("WeightedMSECriterion, sample by sample", () => new nn.WeightedMSECriterion(weights(), sum), matrix, matrix),
  // Classification
  row(
    "BCECriterion",
    () => new nn.BCECriterion(),
    probabilities,
    () => rand(4, 3),
  ),
  row(
    "BCECriterion, weighted",
    () => new nn.BCECriterion({ weights: weights() }),
    probabilities,
    () => rand(4, 3),
  ),
  row(
    "BCECriterion of a vector that sums",
    () => new nn.BCECriterion(sum),
    () => tensor([0.25, 0.75]),
    () => tensor([1, 0]),
  ),
  row("ClassNLLCriterion", () => new nn.ClassNLLCriterion(), matrix, labels),
  row("ClassNLLCriterion, weighted", () => new nn.ClassNLLCriterion({ weights: weights() }), matrix, labels),
  row(
    "ClassNLLCriterion that sums and ignores",
    () => new nn.ClassNLLCriterion({ ...sum, ignoreIndex: 2 }),
    matrix,
    labels,
  ),
  row(
    "ClassNLLCriterion of one sample",
    () => new nn.ClassNLLCriterion({ weights: weights() }),
    () => randn(3),
    () => 1,
  ),
  row("ClassSimplexCriterion", () => new nn.ClassSimplexCriterion(3), matrix, labels),
  row(
    "ClassSimplexCriterion of one sample that sums",
    () => new nn.ClassSimplexCriterion(3, sum),
    () => randn(3),
    () => 2,
  ),
  row("CrossEntropyCriterion", () => new nn.CrossEntropyCriterion(), matrix, labels),
  row("CrossEntropyCriterion, weighted", () => new nn.CrossEntropyCriterion({ weights: weights() }), matrix, labels),
  row(
    "CrossEntropyCriterion of one sample that sums",
    () => new nn.CrossEntropyCriterion(sum),
    () => randn(3),
    () => 2,
  ),
  row(
    "DistKLDivCriterion",
    () => new nn.DistKLDivCriterion(),
    matrix,
    () => rand(4, 3),
  ),
  row(
    "DistKLDivCriterion that sums, of zeros too",
    () => new nn.DistKLDivCriterion(sum),
    () => randn(3),
    () => tensor([0, 0.25, 0.75]),
  ),
  row("MarginCriterion", () => new nn.MarginCriterion(), matrix, signsOfAll),
  row("MarginCriterion of another margin that sums", () => new nn.MarginCriterion(0.25, sum), matrix, signsOfAll),
  row(
    "MultiLabelMarginCriterion",
    () => new nn.MultiLabelMarginCriterion(),
    () => randn(2, 4),
    () =>
      tensor(
        [
          [2, 0, -1, 1],
          [-1, 0, 0, 0],
        ],
        { dtype: "int32" },
      ),
  ),
  row(
    "MultiLabelMarginCriterion of one sample that sums",
    () => new nn.MultiLabelMarginCriterion(sum),
    () => randn(3),
    () => tensor([0, 1, -1]),
  ),
  row(
    "MultiLabelSoftMarginCriterion",
    () => new nn.MultiLabelSoftMarginCriterion(),
    matrix,
    () => rand(4, 3).round(),
  ),
  row(
    "MultiLabelSoftMarginCriterion, weighted",
    () => new nn.MultiLabelSoftMarginCriterion({ ...sum, weights: weights() }),
    matrix,
    () => rand(4, 3),
  ),
  row("MultiMarginCriterion", () => new nn.MultiMarginCriterion(), matrix, labels),
  row(
    "MultiMarginCriterion of squares",
    () => new nn.MultiMarginCriterion(2, { weights: weights(), margin: 0.5 }),
    matrix,
    labels,
  ),
  row(
    "MultiMarginCriterion of one sample that sums",
    () => new nn.MultiMarginCriterion(1, sum),
    () => randn(3),
    () => 0,
  ),
  row("SoftMarginCriterion", () => new nn.SoftMarginCriterion(), matrix, signsOfAll),
  row("SoftMarginCriterion that sums", () => new nn.SoftMarginCriterion(sum), matrix, signsOfAll),
  row(
    "SpatialClassNLLCriterion",
    () => new nn.SpatialClassNLLCriterion(),
    () => randn(2, 3, 1, 2),
    () => labels().view(2, 1, 2),
  ),
  row(
    "SpatialClassNLLCriterion, weighted",
    () => new nn.SpatialClassNLLCriterion({ weights: weights() }),
    () => randn(2, 3, 2, 1),
    () => labels().view(2, 2, 1),
  ),
  row(
    "SpatialClassNLLCriterion that sums",
    () => new nn.SpatialClassNLLCriterion({ ...sum, weights: weights() }),
    () => randn(1, 3, 2, 2),
    () => labels().view(1, 2, 2),
  ),
  // Distances and ranks
  row("CosineEmbeddingCriterion", () => new nn.CosineEmbeddingCriterion(), pair, signs),
  row(
    "CosineEmbeddingCriterion with a margin that sums",
    () => new nn.CosineEmbeddingCriterion(-0.5, sum),
    pair,
    signs,
  ),
  row(
    "CosineEmbeddingCriterion of one pair",
    () => new nn.CosineEmbeddingCriterion(-1),
    () => [randn(3), randn(3)] as const,
    () => -1,
  ),
  row(
    "DistanceRatioCriterion",
    () => new nn.DistanceRatioCriterion(),
    pair,
    () => undefined,
  ),
  row(
    "DistanceRatioCriterion that sums",
    () => new nn.DistanceRatioCriterion(sum),
    pair,
    () => undefined,
  ),
  row(
    "HingeEmbeddingCriterion",
    () => new nn.HingeEmbeddingCriterion(),
    () => rand(4),
    signs,
  ),
  row(
    "HingeEmbeddingCriterion of another margin that sums",
    () => new nn.HingeEmbeddingCriterion(0.5, sum),
    matrix,
    signsOfAll,
  ),
  row(
    "HingeEmbeddingCriterion of one distance",
    () => new nn.HingeEmbeddingCriterion(),
    () => tensor([0.25]),
    () => -1,
  ),
  row(
    "L1HingeEmbeddingCriterion of a similar pair",
    () => new nn.L1HingeEmbeddingCriterion(),
    pair,
    () => 1,
  ),
  row(
    "L1HingeEmbeddingCriterion of another pair",
    () => new nn.L1HingeEmbeddingCriterion(100),
    pair,
    () => -1,
  ),
  row(
    "MarginRankingCriterion",
    () => new nn.MarginRankingCriterion(),
    () => [randn(4), randn(4)] as const,
    signs,
  ),
  row("MarginRankingCriterion of a matrix that sums", () => new nn.MarginRankingCriterion(0.25, sum), pair, signsOfAll),
  row(
    "MarginRankingCriterion of one pair",
    () => new nn.MarginRankingCriterion(),
    () => [tensor([0.5]), tensor([0.25])] as const,
    () => -1,
  ),
  // Of other criterions
  row(
    "ModuleCriterion",
    () => new nn.ModuleCriterion(new nn.MSECriterion(), new Linear(3, 2), new Sigmoid()),
    matrix,
    () => randn(4, 2),
  ),
  row(
    "ModuleCriterion of an input module",
    () => new nn.ModuleCriterion(new nn.ClassNLLCriterion(), new Tanh()),
    matrix,
    labels,
  ),
  row("ModuleCriterion of no modules", () => new nn.ModuleCriterion(new nn.MSECriterion()), matrix, matrix),
  row(
    "MultiCriterion",
    () =>
      new nn.MultiCriterion().add(new nn.MSECriterion(), 0.5).add(new nn.SmoothL1Criterion()).add(new nn.L1Cost(), 2),
    matrix,
    matrix,
  ),
  row(
    "MultiCriterion of pairs",
    () => new nn.MultiCriterion().add(new nn.MarginRankingCriterion()).add(new nn.DistanceRatioCriterion()),
    () => [randn(4), randn(4)] as const,
    signs,
  ),
  row(
    "ParallelCriterion",
    () => new nn.ParallelCriterion().add(new nn.MSECriterion(), 0.5).add(new nn.ClassNLLCriterion()),
    () => [matrix(), matrix()] as const,
    () => [matrix(), labels()] as const,
  ),
  row(
    "ParallelCriterion of one target",
    () =>
      new nn.ParallelCriterion({ repeatTarget: true }).add(new nn.MSECriterion()).add(new nn.SoftMarginCriterion(), 3),
    () => [matrix(), matrix()] as const,
    signsOfAll,
  ),
];
