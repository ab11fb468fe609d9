export { SGD } from "./sgd/SGD.ts";
export type { SgdConfig, SgdState } from "./sgd/SgdConfig.ts";
export { sgd } from "./sgd/sgdFunction.ts";
