export { CMAES } from "./cmaes/CMAES.ts";
export type { CmaesConfig, CmaesResult, CmaesState, CmaesStop } from "./cmaes/CmaesConfig.ts";
export { cmaes } from "./cmaes/cmaesFunction.ts";
export { DE } from "./differentialEvolution/DE.ts";
export type { DeConfig, DeResult, DeState } from "./differentialEvolution/DeConfig.ts";
export { de } from "./differentialEvolution/deFunction.ts";
