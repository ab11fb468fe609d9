export * from "./averagePool";
export * from "./maxPool";
export * from "./unfold";
