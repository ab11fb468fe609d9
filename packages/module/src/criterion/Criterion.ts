import { Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { checkIfAskedFor } from "../checked/checked.ts";
import { Convertible } from "../copying/Convertible.ts";
import { deepClone } from "../copying/deepClone.ts";

/** A criterion whatever its input and target are. */
export type AnyCriterion = Criterion<Activation, unknown>;

/**
 * A loss: a number that says how far an input is from a target, and its gradient. The base class of Torch's criterions.
 *
 * @typeParam I what it takes from the network
 * @typeParam T what that is compared with
 */
export abstract class Criterion<I extends Activation = Tensor, T = Tensor> extends Convertible {
  /** The loss that the last forward gave. */
  output = 0;
  /** The gradient with respect to the input, from the last backward; overwritten by the next. */
  gradInput: I = nothingYet<I>();

  constructor() {
    super();
    checkIfAskedFor(this);
  }

  /** Computes {@link output}. */
  abstract updateOutput(input: I, target: T): number;

  /** Computes {@link gradInput}. */
  abstract updateGradInput(input: I, target: T): I;

  /** The loss: {@link updateOutput}. */
  forward(input: I, target: T): number {
    return this.updateOutput(input, target);
  }

  /** The gradient of the loss with respect to the input: {@link updateGradInput}. */
  backward(input: I, target: T): I {
    return this.updateGradInput(input, target);
  }

  /** A deep copy. */
  clone(): this {
    return deepClone(this);
  }

  /** The class as Torch prints it: `nn.MSECriterion`. */
  override toString(): string {
    return `nn.${this.constructor.name}`;
  }
}

function nothingYet<A extends Activation>(): A;
function nothingYet(): Activation {
  return new Tensor([], { resident: true });
}
