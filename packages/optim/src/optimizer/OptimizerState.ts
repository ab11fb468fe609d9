import { ArgumentError, shown, type Tensor } from "@rushlight/tensor";
import { restoreState, type SavedState, saveState } from "../state/SavedState.ts";
import { checkState, type StateLayout } from "../state/StateLayout.ts";

/** What an optimiser remembers, as plain data that `JSON.stringify` and `JSON.parse` keep to the last bit. */
export interface OptimizerState {
  /** The optimiser's name, as `"adam"`. */
  readonly optimizer: string;
  /** The state of each part of the parameters; of the whole, where there are no groups. */
  readonly parts: readonly SavedState[];
}

/** A part of the parameters and what is remembered of it. */
export interface RememberedPart<State extends object> {
  readonly x: Tensor;
  memory: State;
}

/** Copies what is remembered of all parts into plain data. */
export function savedParts(optimizer: string, parts: readonly RememberedPart<object>[]): OptimizerState {
  return { optimizer, parts: parts.map(({ memory }) => saveState(memory)) };
}

/**
 * Puts what was saved back into the parts: all of it or, when something is wrong, nothing.
 *
 * @param check throws for a state that is not whole
 * @throws ArgumentError, ShapeError or DTypeError for a state that is not of this optimiser, or of other parameters
 */
export function loadParts<State extends object>(
  optimizer: string,
  saved: OptimizerState,
  layout: StateLayout<State>,
  parts: readonly RememberedPart<State>[],
  check: (memory: State) => void = () => {},
): void {
  if (typeof saved !== "object" || saved === null || !Array.isArray(saved.parts)) {
    throw new ArgumentError(`${optimizer}: expected what state() gave, got ${shown(saved)}`);
  }
  if (saved.optimizer !== optimizer) {
    throw new ArgumentError(`${optimizer}: expected a state of ${optimizer}, got one of ${shown(saved.optimizer)}`);
  }
  if (saved.parts.length !== parts.length) {
    throw new ArgumentError(
      `${optimizer}: expected a state of ${parts.length} parts of the parameters, got ${saved.parts.length}`,
    );
  }
  const memories = parts.map(({ x }, i) => {
    const memory: object = restoreState(saved.parts[i]);
    checkState(optimizer, memory, layout, x);
    check(memory);
    return memory;
  });
  for (const [i, part] of parts.entries()) part.memory = memories[i];
}
