export * from "./normalize";
export * from "./sums";
