import type { Clipping } from "../gradients/Clipping.ts";
import type { Grouped } from "../groups/ParameterGroup.ts";

/**
 * Settings of a method, with what its class has beside them: groups of parameters, and limits of the gradient.
 *
 * @typeParam Common the names of the settings that groups cannot have of their own
 */
export type FirstOrderOptions<Config, Common extends keyof Config = never> = Config &
  Grouped<Omit<Config, Common>> &
  Clipping;
