import { inputSizeError } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { checkWhole } from "./checks.ts";
import { ViewLayer } from "./ViewLayer.ts";

/**
 * All dimensions of a sample in one. Torch's `nn.Collapse`.
 *
 * Shapes, for samples of 2 dimensions: `[A, B] → [A·B]`, `[N, A, B] → [N, A·B]`. An input whose elements lie in order is
 * not copied.
 *
 * @example
 * ```ts
 * import { Collapse } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(new Collapse(2).forward(zeros(2, 3)).size()); // [ 6 ]
 * console.log(new Collapse(2).forward(zeros(5, 2, 3)).size()); // [ 5, 6 ]
 * ```
 */
export class Collapse extends ViewLayer {
  /** The number of dimensions of a sample: an input with more is a batch. */
  readonly nInputDim: number;

  /**
   * @param nInputDim the number of dimensions of a sample, at least 1
   * @throws ArgumentError for any other number
   */
  constructor(nInputDim: number) {
    super();
    this.nInputDim = checkWhole("Collapse", "a number of dimensions", nInputDim, 1);
  }

  override describe(): string {
    return `Collapse(${this.nInputDim})`;
  }

  protected override see(input: Tensor): Tensor {
    if (input.dim() === 0) throw inputSizeError(this, "an input that is not empty", input);
    const dense = this.contiguous(input);
    return input.dim() > this.nInputDim ? dense.view(input.size(0), -1) : dense.view(-1);
  }
}
