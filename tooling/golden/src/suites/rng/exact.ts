import type { Comparison } from "../../compare/compare.ts";
import { LuaTensor, type LuaValue } from "../../fixtures/values.ts";

/**
 * How drawn numbers are compared: words of the generator are the same bit by bit, so that only the last digits of
 * logarithms and cosines may differ.
 */
export function exactly(expected: LuaValue): Comparison {
  return { tolerance: expected instanceof LuaTensor && expected.dtype === "float" ? 1e-7 : 1e-14 };
}
