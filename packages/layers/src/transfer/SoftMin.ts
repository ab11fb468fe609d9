import { mapInto, type Tensor } from "@rushlight/tensor";
import { SoftMax } from "./SoftMax.ts";

/**
 * The softmax of the negated rows: yᵢ = e^(min x − xᵢ) / Σⱼ e^(min x − xⱼ), dx = −y·(dy − Σⱼ dyⱼ·yⱼ). Torch's
 * `nn.SoftMin`.
 *
 * Shapes: `[C]`, `[N, C]`, `[C, H, W]`, `[N, C, H, W]`, to the same; rows run along C.
 *
 * @example
 * ```ts
 * import { SoftMin } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new SoftMin().forward(tensor([[1, 1], [1000, 0]])).toArray()); // [ [ 0.5, 0.5 ], [ 0, 1 ] ]
 * ```
 */
export class SoftMin extends SoftMax {
  override updateOutput(input: Tensor): Tensor {
    this.checkRows(input);
    mapInto("SoftMin", "neg", input, this.output.resizeAs(input));
    return super.updateOutput(this.output);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return super.updateGradInput(input, gradOutput).neg();
  }
}
