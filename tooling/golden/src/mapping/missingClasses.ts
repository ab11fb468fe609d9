import { isLuaList, type LuaValue, ModuleSpec } from "../fixtures/values.ts";
import { lookup } from "./lookup.ts";
import type { Registry } from "./rows.ts";

/** The classes without a counterpart that a module needs, itself and everything inside it included. */
export function missingClasses(spec: ModuleSpec, registry: Registry): string[] {
  const known = lookup(registry.modules, spec.class) ?? lookup(registry.criterions, spec.class);
  return [
    ...new Set([
      ...(known === undefined ? [spec.class] : []),
      ...spec.args.flatMap((argument) => missingIn(argument, registry)),
      ...spec.children.flatMap((child) => missingClasses(child, registry)),
    ]),
  ];
}

function missingIn(value: LuaValue, registry: Registry): string[] {
  if (value instanceof ModuleSpec) return missingClasses(value, registry);
  return isLuaList(value) ? value.flatMap((part) => missingIn(part, registry)) : [];
}
