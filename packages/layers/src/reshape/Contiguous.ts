import type { Tensor } from "@rushlight/tensor";
import { ViewLayer } from "./ViewLayer.ts";

/**
 * The same elements, contiguous: y = x, dx = dy, each a copy only when it does not lie in row-major order already. Torch's
 * `nn.Contiguous`.
 *
 * Shapes: any, to the same.
 *
 * @example
 * ```ts
 * import { Contiguous } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * const x = zeros(2, 3);
 * console.log(new Contiguous().forward(x.t()).isContiguous()); // true
 * console.log(new Contiguous().forward(x).storage() === x.storage()); // true
 * ```
 */
export class Contiguous extends ViewLayer {
  protected override see(input: Tensor): Tensor {
    return this.contiguous(input);
  }
}
