import { ArgumentError, isTensor, shown, type Tensor } from "@rushlight/tensor";
import { checkLikeParameters } from "../evaluation/checks.ts";

/** What a field of a state is: numbers, or tensors of the parameters' size. */
export type StateField = "number" | "numbers" | "vector" | "vectors";

/** What an optimiser remembers, field by field. */
export type StateLayout<State extends object> = { readonly [Name in keyof State]-?: StateField };

/** Says whether a value is what a field holds, tensors of whatever size. */
const holds: Readonly<Record<StateField, (value: unknown) => boolean>> = {
  number: (value) => typeof value === "number",
  numbers: (value) => Array.isArray(value) && value.every((each) => typeof each === "number"),
  vector: isTensor,
  vectors: (value) => Array.isArray(value) && value.every(isTensor),
};

const described: Readonly<Record<StateField, string>> = {
  number: "a number",
  numbers: "an array of numbers",
  vector: "a tensor",
  vectors: "an array of tensors",
};

/**
 * Checks that a state is one of an optimiser, and goes with the parameters.
 *
 * @param owner what messages call the optimiser
 * @throws ArgumentError for a field that does not exist or holds something else; ShapeError or DTypeError for tensors that
 *   do not go with the parameters
 */
export function checkState<State extends object>(
  owner: string,
  state: object,
  layout: StateLayout<State>,
  parameters: Tensor,
): asserts state is State {
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined) continue;
    const field = fieldOf(owner, name, layout);
    if (!holds[field](value)) {
      throw new ArgumentError(`${owner}: expected ${described[field]} as ${name} in the state, got ${shown(value)}`);
    }
    for (const tensor of tensorsIn(value)) checkLikeParameters(owner, `${name} in the state`, tensor, parameters);
  }
}

/** What a field holds by the layout. */
function fieldOf<State extends object>(owner: string, name: string, layout: StateLayout<State>): StateField {
  const fields = new Map<string, StateField>(Object.entries(layout));
  const field = fields.get(name);
  if (field !== undefined) return field;
  throw new ArgumentError(`${owner}: expected a state with ${[...fields.keys()].join(", ")}, got "${name}"`);
}

function tensorsIn(value: unknown): Tensor[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => isTensor(each));
}
