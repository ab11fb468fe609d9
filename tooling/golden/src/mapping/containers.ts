import { isLuaList, type LuaValue, type ModuleSpec } from "../fixtures/values.ts";
import { zeroBasedIndices } from "./indices.ts";
import { lookup } from "./lookup.ts";
import type { Registry } from "./rows.ts";

/** What a module takes, with indices counted from 0. */
export function mapInput(value: LuaValue, spec: ModuleSpec, registry: Registry): LuaValue {
  const mapping = lookup(registry.modules, spec.class)?.input;
  return mapping === undefined ? zeroBasedIndices(value) : mapping(value, spec, registry);
}

/** What a criterion compares with, with labels counted from 0. */
export function mapTarget(value: LuaValue, spec: ModuleSpec, registry: Registry): LuaValue {
  const mapping = lookup(registry.criterions, spec.class)?.target;
  return mapping === undefined ? value : mapping(value, spec, registry);
}

/** For containers whose children all take what the container takes, or whose first child does. */
export function inputOfFirstChild(value: LuaValue, spec: ModuleSpec, registry: Registry): LuaValue {
  const [first] = spec.children;
  return first === undefined ? zeroBasedIndices(value) : mapInput(value, first, registry);
}

/** For containers whose children take one part of a table each. */
export function inputsOfChildren(value: LuaValue, spec: ModuleSpec, registry: Registry): LuaValue {
  if (!isLuaList(value)) return zeroBasedIndices(value);
  return value.map((part, i) => {
    const child = spec.children[i];
    return child === undefined ? zeroBasedIndices(part) : mapInput(part, child, registry);
  });
}
