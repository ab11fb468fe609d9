import { type Activation, flattened, recursiveResizeAs } from "@rushlight/module";
import { ArgumentError, mapInto } from "@rushlight/tensor";
import { checkNesting } from "../checks/tables.ts";
import { PassThrough } from "./PassThrough.ts";

/**
 * Gives what it takes, the same object, and turns the gradient round: y = x, dx = −λ·dy, for tensors and tables. Torch's
 * `nn.GradientReversal`.
 *
 * Between the features of a network and a classifier of domains it makes the features such that the domains can not be
 * told apart.
 *
 * Source: Y. Ganin, V. Lempitsky, "Unsupervised domain adaptation by backpropagation", 2015.
 *
 * @example
 * ```ts
 * import { GradientReversal } from "@rushlight/containers";
 * import { ones } from "@rushlight/tensor";
 *
 * const reversal = new GradientReversal(0.5);
 * console.log(reversal.forward(ones(2)).toArray()); // [ 1, 1 ]
 * console.log(reversal.backward(ones(2), ones(2)).toArray()); // [ -0.5, -0.5 ]
 * ```
 */
export class GradientReversal extends PassThrough {
  private lambda: number;

  /**
   * @param lambda the strength λ; 1 when left out
   * @throws ArgumentError for one that is not finite
   */
  constructor(lambda = 1) {
    super();
    this.lambda = checkStrength(lambda);
  }

  /**
   * Sets the strength λ.
   *
   * @throws ArgumentError for one that is not finite
   */
  setLambda(lambda: number): this {
    this.lambda = checkStrength(lambda);
    return this;
  }

  override updateGradInput(input: Activation, gradOutput: Activation): Activation {
    checkNesting(this, gradOutput, input);
    this.gradInput = recursiveResizeAs(this.gradInput, gradOutput);
    const gradients = flattened(gradOutput);
    for (const [i, gradInput] of flattened(this.gradInput).entries()) {
      // There is no gradient with respect to whole numbers.
      if (gradInput.isFloat()) mapInto("GradientReversal", "mulScalar", gradients[i], gradInput, -this.lambda);
      else gradInput.zero();
    }
    return this.gradInput;
  }

  override describe(): string {
    return `GradientReversal(${this.lambda})`;
  }
}

function checkStrength(lambda: number): number {
  if (Number.isFinite(lambda)) return lambda;
  throw new ArgumentError(`GradientReversal: expected a finite lambda, got ${lambda}`);
}
