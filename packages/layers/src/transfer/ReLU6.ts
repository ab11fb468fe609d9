import { HardTanh } from "./HardTanh.ts";
import type { InplaceOptions } from "./InplaceFunction.ts";

/**
 * A rectifier that stops at 6: y = min(6, max(0, x)), dx = dy where 0 < x < 6, else 0. Element by element, for any shape.
 * Torch's `nn.ReLU6`.
 *
 * Source: A. Krizhevsky, "Convolutional deep belief networks on CIFAR-10", 2010.
 *
 * @example
 * ```ts
 * import { ReLU6 } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new ReLU6().forward(tensor([-1, 5, 7])).toArray()); // [ 0, 5, 6 ]
 * ```
 */
export class ReLU6 extends HardTanh {
  /** @throws ArgumentError for options that do not exist */
  constructor(options: InplaceOptions = {}) {
    super(0, 6, options);
  }

  override describe(): string {
    return "ReLU6";
  }
}
