export { CosineEmbeddingCriterion } from "./CosineEmbeddingCriterion.ts";
export { DistanceRatioCriterion } from "./DistanceRatioCriterion.ts";
export { HingeEmbeddingCriterion } from "./HingeEmbeddingCriterion.ts";
export { L1HingeEmbeddingCriterion } from "./L1HingeEmbeddingCriterion.ts";
export { MarginRankingCriterion } from "./MarginRankingCriterion.ts";
