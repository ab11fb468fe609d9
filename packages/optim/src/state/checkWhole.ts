import { ArgumentError } from "@rushlight/tensor";
import type { StateLayout } from "./StateLayout.ts";

/**
 * Checks that nothing is missing in a state.
 *
 * @param optional fields that may be missing
 * @throws ArgumentError that names the first one that is
 */
export function checkWhole<State extends object>(
  owner: string,
  state: State,
  layout: StateLayout<State>,
  optional: readonly (keyof State)[] = [],
): void {
  for (const name in layout) {
    if (state[name] !== undefined || optional.includes(name)) continue;
    throw new ArgumentError(`${owner}: expected a state with ${name}, or an empty one, got one without`);
  }
}
