import { Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { flattened } from "../activation/nested.ts";
import { checkIfAskedFor } from "../checked/checked.ts";
import { Convertible } from "../copying/Convertible.ts";
import { deepClone } from "../copying/deepClone.ts";
import type { LossWeights } from "./LossWeights.ts";

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

  /**
   * How many terms the loss is a sum of that join in ways of their own when a batch is computed in parts; 1 unless it is made
   * of other criterions.
   */
  get lossTerms(): number {
    return 1;
  }

  /**
   * What a batch weighs among others when their losses are joined: the loss of all is Σ wᵢ·lossᵢ / Σ wᵢ, term by term. Weights
   * of parts add up to that of the whole. As many as samples when left as it is, which is right for a mean over samples or
   * over elements.
   *
   * @param _target that of the batch
   * @param samples how many samples the batch has
   * @returns a weight for each of the {@link lossTerms}; undefined for a sum, whose parts add up
   * @example
   * ```ts
   * import { Criterion } from "@rushlight/module";
   * import { type Tensor, tensor } from "@rushlight/tensor";
   *
   * class MeanDistance extends Criterion {
   *   updateOutput(input: Tensor, target: Tensor): number {
   *     return input.clone().add(-1, target).abs().mean();
   *   }
   *   updateGradInput(input: Tensor, target: Tensor): Tensor {
   *     return this.gradInput.resizeAs(input).copy(input).add(-1, target).sign().div(input.nElement());
   *   }
   * }
   * const criterion = new MeanDistance();
   * console.log(criterion.lossWeights(tensor([1, 2, 3]), 3)); // [ 3 ]
   * ```
   */
  lossWeights(_target: T, samples: number): LossWeights {
    return [samples];
  }

  /**
   * The terms of the loss of a part of a batch, as {@link forward} computes them.
   *
   * @param samples how many samples the part has, along the first dimension of its input
   * @throws ArgumentError or ShapeError when the loss of a batch does not follow from those of its parts
   */
  partLosses(input: I, target: T, samples: number): readonly number[] {
    this.checkPart(input, samples);
    return [this.forward(input, target)];
  }

  /**
   * The gradient of the loss of a whole batch with respect to the input of a part of it: {@link backward}, times its share.
   *
   * @param shares the weight of the part over that of the whole, for each of the {@link lossTerms}; 1 for sums
   */
  partGradient(input: I, target: T, shares: readonly number[]): I {
    const gradient = this.backward(input, target);
    const [share] = shares;
    if (share !== 1) for (const tensor of flattened(gradient)) tensor.mul(share);
    return gradient;
  }

  /**
   * Throws when the loss of a batch does not follow from those of its parts, one of which has this input. It is asked for each
   * part before its loss. Passes over what it is given when left as it is.
   */
  protected checkPart(_input: I, _samples: number): void {}

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
