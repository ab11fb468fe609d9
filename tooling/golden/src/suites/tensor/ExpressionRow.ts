import type { Tensor } from "@rushlight/tensor";
import type { LuaValue } from "../../fixtures/values.ts";

/** The inputs of an expression by the names they have in it. */
interface Operands {
  readonly a: Tensor;
  readonly b: Tensor;
  readonly c: Tensor;
  readonly d: Tensor;
}

/** A Lua expression, computed by ours. */
export interface ExpressionRow {
  run(operands: Operands): unknown;
  /** What Torch7 gave in our terms; as it stands when left out. */
  expected?(recorded: LuaValue): LuaValue;
}
