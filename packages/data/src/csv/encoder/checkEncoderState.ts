import { ArgumentError } from "@rushlight/tensor";
import type { TableEncoderState } from "./TableInput.ts";

/**
 * What came out of JSON, as the state of an encoder.
 *
 * @throws ArgumentError for anything that no encoder gave
 */
export function checkEncoderState(state: unknown): TableEncoderState {
  const { inputs, excluded } = fieldsOf(state);
  if (isListOf(inputs, isInput) && isListOf(excluded, isExcluded)) {
    const names = new Set(inputs.map(({ name }) => name));
    if (names.size === inputs.length) return { inputs, excluded };
  }
  throw new ArgumentError("TableEncoder.restore: expected what toJSON gave, got something else");
}

type Input = TableEncoderState["inputs"][number];
type Excluded = TableEncoderState["excluded"][number];

function isInput(value: unknown): value is Input {
  const { type, name, mean, deviation, categories, other, missing } = fieldsOf(value);
  if (typeof name !== "string" || typeof missing !== "boolean") return false;
  if (type === "number") return isFiniteNumber(mean) && isFiniteNumber(deviation) && deviation >= 0;
  return type === "text" && isListOf(categories, isText) && typeof other === "boolean";
}

function isExcluded(value: unknown): value is Excluded {
  const { name, reason } = fieldsOf(value);
  return isText(name) && isText(reason);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
