export * from "./columns";
export * from "./extremes";
export * from "./gather";
export * from "./sums";
