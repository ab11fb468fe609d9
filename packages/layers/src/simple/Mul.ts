import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { mapInto, Tensor } from "@rushlight/tensor";
import { uniformBound } from "../linear/uniformBound.ts";

/**
 * Multiplication by one learned number: y = w·x, dx = w·dy, dw += Σ x∘dy, for any shape. Torch's `nn.Mul`.
 *
 * `weight` is `[1]`, drawn uniform from ±1.
 *
 * @example
 * ```ts
 * import { Mul } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const gain = new Mul();
 * gain.weight.fill(3);
 * const x = tensor([1, 2]);
 * console.log(gain.forward(x).toArray()); // [ 3, 6 ]
 * gain.backward(x, tensor([1, 10]));
 * console.log(gain.gradWeight.toArray()); // [ 21 ]
 * ```
 */
export class Mul extends Module {
  override weight: Tensor = new Tensor([1], { resident: true });
  override gradWeight: Tensor = new Tensor([1], { resident: true });

  constructor() {
    super();
    this.reset();
  }

  /** Draws the weight anew: uniform with the given standard deviation, or from ±1. */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, 1);
    this.weight.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.weight.dtype);
    this.output.resizeAs(input);
    mapInto("Mul", "mulScalar", input, this.output, this.weight.get(0));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkGradOutput(this, gradOutput, input);
    this.gradInput.resizeAs(input);
    mapInto("Mul", "mulScalar", gradOutput, this.gradInput, this.weight.get(0));
    return this.gradInput;
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    checkInputDType(this, input, this.weight.dtype);
    checkGradOutput(this, gradOutput, input);
    this.gradWeight.add(scale * input.dot(gradOutput));
  }
}
