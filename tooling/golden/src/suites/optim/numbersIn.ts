import { LuaTensor, type LuaValue } from "../../fixtures/values.ts";

/** All numbers in a recorded value, in order. */
export function numbersIn(value: LuaValue): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof LuaTensor) return [...value.data];
  return Array.isArray(value) ? value.flatMap(numbersIn) : [];
}

/** Some optimisers give their values as a tensor. */
export function listed(values: LuaValue): LuaValue {
  return values instanceof LuaTensor ? values.data : values;
}
