import { checkGradOutput, emptied, inputSizeError, Module, recursiveResizeAs } from "@rushlight/module";
import { formatSize, IndexError, Tensor } from "@rushlight/tensor";
import { checkWhole } from "./checks.ts";

/**
 * A vector for each index, with a 1 at that index and 0 elsewhere. Torch's `nn.OneHot`.
 *
 * Shapes: `[...] → [..., outputSize]`. The input holds indices that count from 0, in a tensor of any dtype; the output has
 * the dtype of the module. The gradient with respect to indices is 0.
 *
 * @example
 * ```ts
 * import { OneHot } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const indices = tensor([2, 0], { dtype: "int32" });
 * console.log(new OneHot(3).forward(indices).toArray()); // [ [ 0, 0, 1 ], [ 1, 0, 0 ] ]
 * ```
 */
export class OneHot extends Module {
  /** How many indices there are. */
  readonly outputSize: number;
  private indices = new Tensor([], { resident: true });

  /**
   * @param outputSize how many indices there are, at least 1
   * @throws ArgumentError for any other number
   */
  constructor(outputSize: number) {
    super();
    this.outputSize = checkWhole("OneHot", "an output size", outputSize, 1);
  }

  /** @throws IndexError for an element that is no index below the output size */
  override updateOutput(input: Tensor): Tensor {
    if (input.dim() === 0) throw inputSizeError(this, "an input that is not empty", input);
    const indices = this.contiguous(input);
    const [count, first] = [indices.nElement(), indices.storageOffset()];
    this.checkIndices(indices.storage().data, first, count);
    this.output.resize([...input.size(), this.outputSize]).zero();
    const [from, to] = [indices.storage().data, this.output.storage().data];
    for (let i = 0; i < count; i++) to[i * this.outputSize + from[first + i]] = 1;
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkGradOutput(this, gradOutput, this.output);
    if (input.nElement() * this.outputSize !== gradOutput.nElement()) {
      throw inputSizeError(this, `the input of the last forward for ${formatSize(this.output.size())}`, input);
    }
    this.gradInput = recursiveResizeAs(this.gradInput, input).zero();
    return this.gradInput;
  }

  override clearState(): this {
    this.indices = emptied(this.indices);
    return super.clearState();
  }

  override describe(): string {
    return `OneHot(${this.outputSize})`;
  }

  private contiguous(input: Tensor): Tensor {
    if (input.isContiguous()) return input;
    this.indices = recursiveResizeAs(this.indices, input).copy(input);
    return this.indices;
  }

  private checkIndices(data: ArrayLike<number>, first: number, count: number): void {
    for (let i = first; i < first + count; i++) {
      if (data[i] >= 0 && data[i] < this.outputSize && Number.isInteger(data[i])) continue;
      throw new IndexError(`${this.describe()}: expected indices from 0 to ${this.outputSize - 1}, got ${data[i]}`);
    }
  }
}
