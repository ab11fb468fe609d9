export { GradientReversal } from "./GradientReversal.ts";
export { PrintSize } from "./PrintSize.ts";
export { ZeroGrad } from "./ZeroGrad.ts";
