import type { LuaArguments } from "../../../mapping/LuaArguments.ts";

/** What a function of Torch7's `torch` gives, computed by ours. */
export type TensorFunction = (args: LuaArguments) => unknown;
