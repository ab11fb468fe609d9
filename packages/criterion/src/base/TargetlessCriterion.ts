import { type Activation, Criterion } from "@rushlight/module";

/** A criterion that looks at its input alone. A target may be given and is passed over. */
export abstract class TargetlessCriterion<I extends Activation> extends Criterion<I, unknown> {
  /** The loss of an input. */
  override forward(input: I, target?: unknown): number {
    return super.forward(input, target);
  }

  /** The gradient of the loss with respect to the input. */
  override backward(input: I, target?: unknown): I {
    return super.backward(input, target);
  }
}
