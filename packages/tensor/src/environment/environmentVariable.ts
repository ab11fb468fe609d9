/** A variable of the environment; undefined where there is none, as in browsers. */
export function environmentVariable(name: string): string | undefined {
  const process: unknown = Reflect.get(globalThis, "process");
  if (typeof process !== "object" || process === null) return undefined;
  const environment: unknown = Reflect.get(process, "env");
  if (typeof environment !== "object" || environment === null) return undefined;
  const value: unknown = Reflect.get(environment, name);
  return typeof value === "string" ? value : undefined;
}
