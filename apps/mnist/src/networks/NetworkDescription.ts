import { ACTIVATIONS, type ActivationName } from "./activations.ts";
import { isModelName, type ModelName } from "./models.ts";

/** All that it takes to build a network. */
export interface NetworkDescription {
  readonly model: ModelName;
  /** The sizes of the hidden linear layers. */
  readonly hidden: readonly number[];
  /** What follows each hidden layer. */
  readonly activation: ActivationName;
}

/** Whether something read from a file is the description of a network. */
export function isNetworkDescription(value: unknown): value is NetworkDescription {
  if (typeof value !== "object" || value === null) return false;
  const model: unknown = Reflect.get(value, "model");
  const hidden: unknown = Reflect.get(value, "hidden");
  const activation: unknown = Reflect.get(value, "activation");
  return (
    typeof model === "string" &&
    isModelName(model) &&
    Array.isArray(hidden) &&
    hidden.every((size) => Number.isSafeInteger(size) && size > 0) &&
    ACTIVATIONS.some((name) => name === activation)
  );
}
