import { recursiveResizeAs } from "@rushlight/module";
import { checkOptions, type Tensor, zipInto } from "@rushlight/tensor";
import { TableArithmetic } from "./TableArithmetic.ts";

/** Options of {@link CAddTable}. */
export interface CAddTableOptions {
  /**
   * Whether forward overwrites the first tensor of its input, and the gradients of all members are gradOutput itself, to
   * save memory; false when left out. Only where the module before does not need its output for its own backward.
   */
  readonly inplace?: boolean;
}

const optionNames: readonly (keyof CAddTableOptions)[] = ["inplace"];

/**
 * The sum of the tensors in a table: y = Σᵢ xᵢ, dxᵢ = dy. Torch's `nn.CAddTable`.
 *
 * All have one size; the table is of any length.
 *
 * @example
 * ```ts
 * import { CAddTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new CAddTable().forward([tensor([1, 2]), tensor([10, 20])]).toArray()); // [ 11, 22 ]
 * ```
 */
export class CAddTable extends TableArithmetic {
  override gradInput: readonly Tensor[] = [];
  readonly inplace: boolean;

  /** @throws ArgumentError for options that do not exist */
  constructor(options: CAddTableOptions = {}) {
    super();
    checkOptions("CAddTable", options, optionNames);
    this.inplace = options.inplace ?? false;
  }

  protected override combine(input: readonly Tensor[]): Tensor {
    const { output } = this;
    const [first, second] = input;
    if (this.inplace) output.set(first);
    else output.resizeAs(first);
    if (second !== undefined) zipInto("CAddTable", "add", first, second, output, 1);
    else if (!this.inplace) output.copy(first);
    for (let i = 2; i < input.length; i++) output.add(input[i]);
    return output;
  }

  protected override differentiate(input: readonly Tensor[], gradOutput: Tensor): readonly Tensor[] {
    if (this.inplace) {
      this.gradInput = input.map(() => gradOutput);
      return this.gradInput;
    }
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    for (const gradient of this.gradInput) gradient.copy(gradOutput);
    return this.gradInput;
  }

  // In place, what it holds is the caller's.
  override clearState(): this {
    super.clearState();
    this.gradInput = [];
    return this;
  }
}
