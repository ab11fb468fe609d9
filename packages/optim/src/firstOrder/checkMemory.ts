import { checkWhole } from "../state/checkWhole.ts";
import type { FirstOrderMethod } from "./FirstOrderMethod.ts";

/**
 * Checks that a state in which steps were made has all that they leave.
 *
 * @throws ArgumentError that names what is missing
 */
export function checkMemory<Config extends object, State extends object>(
  { name, layout, optional, steps }: FirstOrderMethod<Config, State>,
  memory: State,
): void {
  if (steps(memory) > 0) checkWhole(name, memory, layout, optional);
}
