import type { Activation } from "@rushlight/module";

/** An activation as the type that it is known to have. */
export function known<T extends Activation>(activation: Activation): T;
export function known(activation: Activation): Activation {
  return activation;
}
