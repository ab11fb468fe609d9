import type { InplaceOptions } from "./InplaceFunction.ts";
import { Threshold } from "./Threshold.ts";

/**
 * The rectifier: y = max(0, x), dx = dy where x > 0, else 0. Element by element, for any shape. Torch's `nn.ReLU`.
 *
 * @example
 * ```ts
 * import { ReLU } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new ReLU().forward(tensor([-1, 0, 2])).toArray()); // [ 0, 0, 2 ]
 * ```
 */
export class ReLU extends Threshold {
  /** @throws ArgumentError for options that do not exist */
  constructor(options: InplaceOptions = {}) {
    super(0, 0, options);
  }

  override describe(): string {
    return "ReLU";
  }
}
