import type { Tensor } from "@rushlight/tensor";

/** Parameters and their gradients: two lists in one order. */
export type ParameterLists = [parameters: Tensor[], gradParameters: Tensor[]];
