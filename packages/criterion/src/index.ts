// Classification
export * from "./classification/index.ts";
// Regression
export * from "./regression/index.ts";
