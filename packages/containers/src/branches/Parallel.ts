import { type Activation, emptied, recursiveResizeAs } from "@rushlight/module";
import { checkDimension, formatSize, isTensor, ShapeError, type Tensor } from "@rushlight/tensor";
import { checkTensor, checkWhole } from "../checks/tables.ts";
import { JoinedBranches } from "./JoinedBranches.ts";

/**
 * Modules side by side, each on its own slice of the input, their outputs joined along a dimension. Torch's
 * `nn.Parallel`.
 *
 * Slice i of the input, `input.select(inputDimension, i)`, goes to module i. Modules beyond the slices take no part. The
 * gradient with respect to the input has the children's as its slices.
 *
 * @example
 * ```ts
 * import { Parallel } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { randn } from "@rushlight/tensor";
 *
 * const net = new Parallel(1, -1).add(new Linear(4, 3)).add(new Linear(4, 2));
 * console.log(net.forward(randn(5, 2, 4)).size()); // [ 5, 5 ]
 * ```
 */
export class Parallel extends JoinedBranches<Tensor> {
  /** The dimension of the input whose slices the modules take; negative ones count from the end. */
  readonly inputDimension: number;

  /**
   * @param inputDimension the dimension of the input whose slices the modules take; negative ones count from the end
   * @param outputDimension the dimension of the outputs to join along; negative ones count from the end
   * @throws ArgumentError for dimensions that are not whole
   */
  constructor(inputDimension: number, outputDimension: number) {
    super(outputDimension);
    this.inputDimension = checkWhole("Parallel", "inputDimension", inputDimension);
  }

  protected override inputsOf(input: Tensor): readonly Tensor[] {
    const dimension = checkDimension("Parallel", this.inputDimension, checkTensor(this, input).dim());
    const count = input.size(dimension);
    if (input.dim() === 1 || count > this.modules.length) {
      throw new ShapeError(
        `Parallel: expected an input of at least 2 dimensions with at most ${this.modules.length} slices along dimension ${dimension}, one for each module, got ${formatSize(input.size())}`,
      );
    }
    return Array.from({ length: count }, (_, i) => input.select(dimension, i));
  }

  protected override gathered(input: Tensor, gradientOf: (index: number) => Activation): Tensor {
    const dimension = checkDimension("Parallel", this.inputDimension, input.dim());
    const gradInput = this.needsGradInput ? recursiveResizeAs(this.gradInput, input) : emptied(this.gradInput);
    for (let i = 0; i < input.size(dimension); i++) {
      const gradient = gradientOf(i);
      if (!this.needsGradInput) continue;
      const slice = gradInput.select(dimension, i);
      if (this.modules[i].needsGradInput && isTensor(gradient)) slice.copy(gradient);
      else slice.zero();
    }
    return gradInput;
  }
}
