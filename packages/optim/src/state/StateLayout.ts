import { ArgumentError, formatSize, isTensor, ShapeError, shown, type Tensor } from "@rushlight/tensor";
import { checkLikeParameters } from "../evaluation/checks.ts";

/** What a field of a state is: a count of steps, numbers, tensors of the parameters' size, or a float64 tensor of a size that follows from them. */
type StateField = "count" | "number" | "numbers" | "vector" | "vectors" | SizeFor;

/** The size of a tensor for parameters; an extent that is left undefined may be anything. */
type SizeFor = (parameters: Tensor) => readonly (number | undefined)[];

/** What an optimiser remembers, field by field. */
export type StateLayout<State extends object> = { readonly [Name in keyof State]-?: StateField };

/** Says whether a value is what a field holds, tensors of whatever size. */
const holds: Readonly<Record<Exclude<StateField, SizeFor>, (value: unknown) => boolean>> = {
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  number: (value) => typeof value === "number",
  numbers: (value) => Array.isArray(value) && value.every((each) => typeof each === "number"),
  vector: isTensor,
  vectors: (value) => Array.isArray(value) && value.every(isTensor),
};

const described: Readonly<Record<keyof typeof holds, string>> = {
  count: "a whole number from 0 up",
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
  if (typeof state !== "object" || state === null) {
    throw new ArgumentError(`${owner}: expected an object as state, got ${shown(state)}`);
  }
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined) continue;
    const field = fieldOf(owner, name, layout);
    if (typeof field === "function") {
      checkSized(owner, name, value, field(parameters));
      continue;
    }
    if (!holds[field](value)) {
      throw new ArgumentError(`${owner}: expected ${described[field]} as ${name} in the state, got ${shown(value)}`);
    }
    for (const tensor of tensorsIn(value)) checkLikeParameters(owner, `${name} in the state`, tensor, parameters);
  }
}

/** Checks that a field holds a float64 tensor of a size. */
function checkSized(owner: string, name: string, value: unknown, expected: readonly (number | undefined)[]): void {
  const size = isTensor(value) ? value.size() : [];
  const fits = size.length === expected.length && size.every((extent, d) => extent === (expected[d] ?? extent));
  if (isTensor(value) && value.dtype === "float64" && fits) return;
  const wanted = `float64 [${expected.map((extent) => extent ?? "any").join(", ")}]`;
  const got = isTensor(value) ? `${value.dtype} ${formatSize(size)}` : shown(value);
  throw new ShapeError(`${owner}: expected ${wanted} as ${name} in the state, got ${got}`);
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
