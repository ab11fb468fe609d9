export * from "../steps/index";
export * from "./gather";
export * from "./rows";
