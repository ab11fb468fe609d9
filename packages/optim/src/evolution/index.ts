export { CMAES } from "./cmaes/CMAES.ts";
export type { CmaesConfig, CmaesResult, CmaesState, CmaesStop } from "./cmaes/CmaesConfig.ts";
export { cmaes } from "./cmaes/cmaesFunction.ts";
