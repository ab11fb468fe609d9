export { type DividedKernels, startDividedKernels } from "./startDividedKernels.ts";
export { type KernelCall, withTimedParts } from "./withTimedParts.ts";
