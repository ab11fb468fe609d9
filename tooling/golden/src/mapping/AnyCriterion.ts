import type { Activation, Criterion } from "@rushlight/module";

/** A criterion whatever its input and target are. */
export type AnyCriterion = Criterion<Activation, unknown>;
