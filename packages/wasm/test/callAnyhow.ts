/** Calls a function as JavaScript can: with arguments that its types refuse. */
export function callAnyhow(call: unknown, receiver: unknown, args: readonly unknown[]): unknown {
  if (typeof call !== "function") throw new TypeError(`expected a function, got ${String(call)}`);
  const result: unknown = Reflect.apply(call, receiver, args);
  return result;
}
