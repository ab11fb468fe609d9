export { checkgrad } from "./checkgrad.ts";
export type { CheckedEntry, GradientCheck } from "./GradientCheck.ts";
