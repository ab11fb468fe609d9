export { ConfusionMatrix } from "./ConfusionMatrix.ts";
export type { ErrorRates } from "./errorRates.ts";
