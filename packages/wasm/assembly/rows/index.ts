export * from "./gather";
export * from "./rows";
