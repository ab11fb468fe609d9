export type { BiasOptions } from "./AffineMap.ts";
export { Bilinear, type BilinearOptions } from "./Bilinear.ts";
export { Cosine } from "./Cosine.ts";
export { Euclidean } from "./Euclidean.ts";
export { Linear, type LinearOptions } from "./Linear.ts";
export { LinearWeightNorm, type LinearWeightNormOptions } from "./LinearWeightNorm.ts";
export { PartialLinear, type PartialLinearOptions } from "./PartialLinear.ts";
export { WeightedEuclidean } from "./WeightedEuclidean.ts";
