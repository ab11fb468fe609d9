import type { TensorSummary } from "./TensorSummary.ts";

/** What one forward and one backward did in a network, as plain data: `JSON.stringify` keeps all of it, unless the loss is not finite. */
export interface Trace {
  /** The loss of the batch. */
  readonly loss: number;
  /** The network and all modules inside it, depth first: the order of forward in a `Sequential`. */
  readonly modules: readonly ModuleTrace[];
}

/** What one forward and one backward did in a module. */
export interface ModuleTrace {
  /** Where in the network the module is: `""` for the network, `"2"` for its third module, `"2.0"` for one inside that. */
  readonly path: string;
  /** What messages call the module: `Linear(784 → 50)`. */
  readonly name: string;
  /** How many containers the module is in. */
  readonly depth: number;
  /** Whether it is a leaf: a module with no others inside. */
  readonly leaf: boolean;
  /** The output, as the module gave it: what the next one may do to it in place comes later. Left out when it never ran. */
  readonly output?: TensorSummary;
  /** The gradient with respect to the input. Left out when none was computed. */
  readonly gradInput?: TensorSummary;
  /** The module's own parameters, not those of modules inside it. */
  readonly parameters: readonly ParameterTrace[];
}

/** What one forward and one backward gave for a parameter. */
export interface ParameterTrace {
  /** The field of the module: `weight`, `bias`. */
  readonly name: string;
  readonly value: TensorSummary;
  /** The gradient of this batch alone. */
  readonly gradient: TensorSummary;
  /** What the step changed it by. Left out when `trace` was given no step. */
  readonly update?: UpdateSummary;
}

/** A change of a parameter. */
export interface UpdateSummary extends TensorSummary {
  /**
   * The norm of the change relative to the norm of the parameter before: about 0.001 in many trainings that go well. Left out
   * for a parameter that was 0.
   */
  readonly relative?: number;
}
