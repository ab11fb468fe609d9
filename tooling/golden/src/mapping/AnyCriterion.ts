import type { Activation, Criterion } from "@rushlight/nn";

/** A criterion whatever it compares. */
export type AnyCriterion = Criterion<Activation, unknown>;
