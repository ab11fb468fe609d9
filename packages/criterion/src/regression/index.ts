export { MSECriterion, type SizeAverageOptions } from "./MSECriterion.ts";
