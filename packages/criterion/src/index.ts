// Options and targets
export type { SizeAverageOptions } from "./base/AveragingCriterion.ts";
export type { BinaryOptions } from "./base/BinaryCriterion.ts";
export type { TensorPair } from "./base/pairs.ts";
export type { Signs } from "./base/signs.ts";
// Classification
export * from "./classification/index.ts";
// Of other criterions
export * from "./composite/index.ts";
// Distances and ranks
export * from "./embedding/index.ts";
// Regression
export * from "./regression/index.ts";
