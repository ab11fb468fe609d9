import type { RowGradient, Tensor } from "@rushlight/tensor";
import type { Settled } from "../schedules/settled.ts";
import type { Rules } from "../settings/Rule.ts";
import type { StateLayout } from "../state/StateLayout.ts";

/**
 * A method that moves the parameters once for each gradient, element by element. What can fail, fails in the checks before:
 * its updates do not.
 */
export interface FirstOrderMethod<Config extends object, State extends object> {
  /** What messages call it. */
  readonly name: string;
  /** What its settings may be. */
  readonly rules: Rules<Config>;
  /** What it remembers. */
  readonly layout: StateLayout<State>;
  /** What of it may be missing after a step; nothing when left out. */
  readonly optional?: readonly (keyof State)[];
  /** What it remembers before the first step. */
  begin(): State;
  /** How many steps it has made, by which schedules go. */
  steps(state: State): number;
  /** Throws when settings do not go together. */
  readonly checkTogether?: (owner: string, config: Config) => void;
  /** Moves the parameters to where the gradient is to be taken. */
  readonly lookAhead?: (x: Tensor, config: Config, state: State) => void;
  /** Moves the parameters against a gradient of theirs, which stays as it is. All tensors are contiguous. */
  update(x: Tensor, gradient: Tensor, config: Settled<Config>, state: State): void;
  /** Moves the rows that have a gradient; for methods that leave the others where they are. */
  readonly updateRows?: (x: Tensor, gradient: RowGradient, config: Settled<Config>, state: State) => void;
}

/** Parameters that are moved with settings and a memory of their own. */
export interface Part<Config extends object, State extends object> {
  readonly x: Tensor;
  /** Where they begin in the flat vector of all parameters. */
  readonly start: number;
  readonly config: Config;
  memory: State;
}
