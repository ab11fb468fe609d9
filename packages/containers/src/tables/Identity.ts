import type { Activation } from "@rushlight/module";
import { PassThrough } from "../passing/PassThrough.ts";

/**
 * Gives what it takes, the same object: y = x, dx = dy, for tensors and tables. Torch's `nn.Identity`.
 *
 * @example
 * ```ts
 * import { Identity } from "@rushlight/containers";
 * import { ones } from "@rushlight/tensor";
 *
 * const x = ones(2);
 * console.log(new Identity().forward(x) === x); // true
 * ```
 */
export class Identity extends PassThrough {
  override updateGradInput(_input: Activation, gradOutput: Activation): Activation {
    this.gradInput = gradOutput;
    return gradOutput;
  }
}
