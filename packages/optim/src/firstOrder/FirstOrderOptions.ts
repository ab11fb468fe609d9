import type { Clipping } from "../gradients/Clipping.ts";
import type { Grouped } from "../groups/ParameterGroup.ts";

/** Settings of a method, with what its class has beside them: groups of parameters, and limits of the gradient. */
export type FirstOrderOptions<Config> = Config & Grouped<Config> & Clipping;
