import type { Tensor } from "@rushlight/tensor";
import type { LuaArguments } from "../../../mapping/LuaArguments.ts";

/**
 * What a method of Torch7's tensors gives, computed by ours. Dimensions count from 0 in ours, and indices that ours give
 * are counted from 1 again.
 */
export type TensorMethod = (x: Tensor, args: LuaArguments) => unknown;
