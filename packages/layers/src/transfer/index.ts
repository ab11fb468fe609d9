export { LogSoftMax } from "./LogSoftMax.ts";
export { ReLU } from "./ReLU.ts";
export { Sigmoid } from "./Sigmoid.ts";
export { SoftMax } from "./SoftMax.ts";
export { Tanh } from "./Tanh.ts";
export { type InplaceOptions, Threshold } from "./Threshold.ts";
