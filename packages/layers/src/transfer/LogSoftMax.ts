import { RowFunction } from "./RowFunction.ts";

/**
 * The logarithm of the softmax of each row: yᵢ = xᵢ − max x − ln Σⱼ e^(xⱼ − max x), dx = dy − e^y·Σⱼ dyⱼ. Torch's
 * `nn.LogSoftMax`.
 *
 * Shapes: `[C]`, `[N, C]`, `[C, H, W]`, `[N, C, H, W]`, to the same; rows run along C.
 *
 * @example
 * ```ts
 * import { LogSoftMax } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(String(new LogSoftMax().forward(tensor([2, 2]))));
 * // -0.6931
 * // -0.6931
 * // [float32 tensor of size 2]
 * ```
 */
export class LogSoftMax extends RowFunction {
  protected override readonly operation = "logSoftMax";
  protected override readonly gradientOperation = "logSoftMaxGradient";
}
