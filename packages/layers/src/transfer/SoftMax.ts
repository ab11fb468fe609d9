import { RowFunction } from "./RowFunction.ts";

/**
 * The softmax of each row: yᵢ = e^(xᵢ − max x) / Σⱼ e^(xⱼ − max x), dx = y·(dy − Σⱼ dyⱼ·yⱼ). Torch's `nn.SoftMax`.
 *
 * Shapes: `[C]`, `[N, C]`, `[C, H, W]`, `[N, C, H, W]`, to the same; rows run along C.
 *
 * @example
 * ```ts
 * import { SoftMax } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new SoftMax().forward(tensor([[1, 1], [1000, 0]])).toArray()); // [ [ 0.5, 0.5 ], [ 1, 0 ] ]
 * ```
 */
export class SoftMax extends RowFunction {
  protected override readonly operation = "softMax";
  protected override readonly gradientOperation = "softMaxGradient";
}
