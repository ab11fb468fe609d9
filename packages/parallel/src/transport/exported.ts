import * as nn from "@rushlight/nn";
import * as parts from "@rushlight/nn/parts";

/** The classes and functions that modules of nn are made of, by the names that both threads know them by. */
const byName: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...Object.entries(nn),
  ...Object.entries(parts),
]);
const names: ReadonlyMap<unknown, string> = new Map([...byName].map(([name, value]) => [value, name]));

/** The name that a class or a function is exported by; undefined for one that is not. */
export function exportedName(value: unknown): string | undefined {
  return names.get(value);
}

/** What is exported by a name. */
export function exportedAs(name: string): unknown {
  return byName.get(name);
}
