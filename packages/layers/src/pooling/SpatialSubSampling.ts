import { inTorchOrder } from "../windows/inTorchOrder.ts";
import { SubSampling } from "./SubSampling.ts";

/**
 * A learned multiple of the sum of each window of an image, plus a bias:
 * y[c, r, s] = weight[c]·Σₕ Σᵥ x[c, r·dH + h, s·dW + v] + bias[c]. Torch's `nn.SpatialSubSampling`.
 *
 * Shapes: `[nInputPlane, H, W] → [nInputPlane, oH, oW]`, `[N, nInputPlane, H, W] → [N, nInputPlane, oH, oW]` with
 * oH = ⌊(H − kH)/dH⌋ + 1 and oW likewise; what is left over at the end is ignored. `weight` and `bias` are `[nInputPlane]`,
 * drawn uniform from ±1/√(kW·kH).
 *
 * Gradients: each position gets Σ weight[c]·dy over the windows it is in, the weight Σ dy·(sum of the window), the bias Σ dy.
 *
 * Source: Y. LeCun et al., "Gradient-based learning applied to document recognition", 1998.
 *
 * @example
 * ```ts
 * import { SpatialSubSampling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const sampling = new SpatialSubSampling(1, 2, 2, 2, 2);
 * sampling.weight.fill(0.5);
 * sampling.bias.fill(1);
 * console.log(sampling.forward(range(1, 8).view(1, 2, 4)).toArray()); // [ [ [ 8, 12 ] ] ]
 * ```
 */
export class SpatialSubSampling extends SubSampling {
  /** The planes of a sample. */
  readonly nInputPlane: number;

  /**
   * @param nInputPlane the planes of a sample, at least 1
   * @param kW the width of a window
   * @param kH the height of a window
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @throws ArgumentError for planes, sizes or strides below 1
   */
  constructor(nInputPlane: number, kW: number, kH: number, dW = 1, dH = 1) {
    super(nInputPlane, [kH, kW], [dH, dW], "planes");
    this.nInputPlane = nInputPlane;
  }

  override describe(): string {
    const { kernel, stride } = this.settings;
    const windows = `${inTorchOrder(kernel).join("x")}, ${inTorchOrder(stride).join(",")}`;
    return `${this.constructor.name}(${this.nInputPlane}, ${windows})`;
  }
}
