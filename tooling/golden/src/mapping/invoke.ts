import { MappingError } from "./MappingError.ts";
/**
 * Calls a method by its name.
 *
 * @throws MappingError when there is none
 */
export function invoke(target: object, name: string, args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== "function") throw new MappingError(`${target.constructor.name} has no method ${name}`);
  const result: unknown = Reflect.apply(method, target, args);
  return result;
}

/** Lua's `running_mean` as we write it: `runningMean`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
