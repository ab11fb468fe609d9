import type { ThrownParts } from "../ThrownParts.ts";

/** What was thrown, in a form that can be sent. */
export function thrownParts(thrown: unknown): ThrownParts | undefined {
  if (thrown === undefined) return undefined;
  if (thrown instanceof Error) {
    const { name, message, stack } = thrown;
    return { kind: "error", name, message, stack };
  }
  try {
    return { kind: "value", value: structuredClone(thrown) };
  } catch {
    return undefined;
  }
}
