import { Linear, Max, View } from "@rushlight/layers";
import type { Module } from "@rushlight/module";
import { checkCount } from "../checks/tables.ts";
import { Sequential } from "../sequential/Sequential.ts";

/**
 * The largest of several affine maps, for each output: y = maxₖ (Wₖ·x + bₖ). Torch's `nn.Maxout`.
 *
 * A chain of a Linear for all maps, a View that takes them apart, and a Max over them. Shapes: `[in] → [out]`,
 * `[N, in] → [N, out]`; the weight of the Linear is `[maps·out, in]`, map by map.
 *
 * Source: I. Goodfellow et al., "Maxout networks", 2013.
 *
 * @example
 * ```ts
 * import { Maxout } from "@rushlight/containers";
 * import { ones } from "@rushlight/tensor";
 *
 * const layer = new Maxout(5, 2, 3);
 * console.log(layer.forward(ones(4, 5)).size()); // [ 4, 2 ]
 * console.log(String(layer.get(0))); // nn.Linear(5 -> 6)
 * ```
 */
export class Maxout extends Sequential {
  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @param maxoutNumber how many maps there are, at least 1
   * @param preprocess what to apply to the maps, `[maps, out]` or `[N, maps, out]`, before the largest is taken
   * @throws ArgumentError for other numbers
   */
  constructor(inputSize: number, outputSize: number, maxoutNumber: number, preprocess?: Module) {
    super();
    checkCount("Maxout", "maxoutNumber", maxoutNumber);
    checkCount("Maxout", "outputSize", outputSize);
    this.insert(new Linear(inputSize, outputSize * maxoutNumber));
    this.insert(new View(maxoutNumber, outputSize).setNumInputDims(1));
    if (preprocess !== undefined) this.insert(preprocess);
    this.insert(new Max(0, { nInputDims: 2 }));
  }
}
