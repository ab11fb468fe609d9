import type { Tensor } from "@rushlight/tensor";
import { DistanceLayer } from "./DistanceLayer.ts";
import { differenceSumsInto } from "./distances.ts";
import { asRows } from "./VectorLayer.ts";

/**
 * The Euclidean distances of an input to learned points: yⱼ = ‖x − wⱼ‖. Torch's `nn.Euclidean`.
 *
 * The gradients are dx = Σⱼ dyⱼ·(x − wⱼ)/(yⱼ + 1e-7) and dwⱼ −= dyⱼ·(x − wⱼ)/(yⱼ + 1e-7).
 *
 * Shapes: `[in] → [out]`, `[N, in] → [N, out]`; `weight` is `[in, out]`, a point in each column, drawn uniform from ±1/√in.
 *
 * @example
 * ```ts
 * import { Euclidean } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const distances = new Euclidean(2, 2);
 * distances.weight.copy(tensor([[0, 3], [0, 1]]));
 * console.log(distances.forward(tensor([3, 4])).toArray()); // [ 5, 3 ]
 * ```
 */
export class Euclidean extends DistanceLayer {
  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes
   */
  constructor(inputSize: number, outputSize: number) {
    super(inputSize, outputSize);
    this.reset();
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.checkGradOutput(input, gradOutput);
    this.sums.resizeAs(this.weight);
    differenceSumsInto(asRows(input), this.weight, this.quotientsOf(gradOutput), 1, this.sums);
    this.gradWeight.add(-scale, this.sums);
  }

  protected override factors(): undefined {
    return undefined;
  }
}
