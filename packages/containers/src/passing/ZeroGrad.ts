import { type Activation, recursiveFill, recursiveResizeAs } from "@rushlight/module";
import { checkNesting } from "../checks/tables.ts";
import { PassThrough } from "./PassThrough.ts";

/**
 * Gives what it takes, the same object, and lets no gradient through: y = x, dx = 0, for tensors and tables. Torch's
 * `nn.ZeroGrad`.
 *
 * @example
 * ```ts
 * import { ZeroGrad } from "@rushlight/containers";
 * import { ones } from "@rushlight/tensor";
 *
 * const wall = new ZeroGrad();
 * console.log(wall.forward(ones(2)).toArray()); // [ 1, 1 ]
 * console.log(wall.backward(ones(2), ones(2)).toArray()); // [ 0, 0 ]
 * ```
 */
export class ZeroGrad extends PassThrough {
  override updateGradInput(input: Activation, gradOutput: Activation): Activation {
    checkNesting(this, gradOutput, input);
    this.gradInput = recursiveFill(recursiveResizeAs(this.gradInput, input), 0);
    return this.gradInput;
  }
}
