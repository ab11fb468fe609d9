import type { Tensor } from "@rushlight/tensor";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import { InputReference, type LuaValue } from "../../fixtures/values.ts";
import { LuaArguments } from "../../mapping/LuaArguments.ts";

/**
 * The arguments of a call with the inputs that they refer to.
 *
 * @throws FixtureError for a reference to an input that is not there
 */
export function resolveArguments(
  name: string,
  args: readonly LuaValue[],
  inputs: readonly Tensor[],
  where: string,
): LuaArguments {
  return new LuaArguments(
    name,
    args.map((argument, i) => {
      if (!(argument instanceof InputReference)) return argument;
      const input = inputs[argument.index];
      if (input !== undefined) return input;
      throw new FixtureError(
        `${where}, args[${i}]`,
        `expected one of ${inputs.length} inputs, got ${argument.index + 1}`,
      );
    }),
  );
}
