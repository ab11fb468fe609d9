import { checkGradOutput, inputSizeError, Module, recursiveResizeAs } from "@rushlight/module";
import { checkDimension, DTypeError, formatSize, IndexError, Tensor } from "@rushlight/tensor";
import { checkTensors, checkWhole } from "../../checks/tables.ts";
import { emptyPair, type Pair } from "../Pair.ts";

/**
 * Slices of a tensor along a dimension, chosen by their indices: {x, indices} → the slices in the order of the indices.
 * dx has at each slice the sum of dy where its index is; the gradient of the indices is zero. Torch's `nn.Index`.
 *
 * Shapes, for dimension 0: `{[A, B], [K]} → [K, B]`. The indices are an int32 vector that counts from 0; an index may
 * come more than once.
 *
 * @example
 * ```ts
 * import { Index } from "@rushlight/containers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const choose = new Index(0);
 * const pair = [tensor([10, 20, 30]), tensor([2, 0, 2], { dtype: "int32" })] as const;
 * console.log(choose.forward(pair).toArray()); // [ 30, 10, 30 ]
 * console.log(choose.backward(pair, ones(3))[0].toArray()); // [ 1, 0, 2 ]
 * ```
 */
export class Index extends Module<Pair, Tensor> {
  readonly dimension: number;
  override gradInput: Pair = emptyPair();

  /**
   * @param dimension whose slices are chosen; negative ones count from the end
   * @throws ArgumentError for one that is not whole
   */
  constructor(dimension: number) {
    super();
    this.dimension = checkWhole("Index", "dimension", dimension);
  }

  override updateOutput(input: Pair): Tensor {
    const [x, indices, dimension] = this.checked(input);
    if (this.output.dtype !== x.dtype) this.output = new Tensor([], { dtype: x.dtype, resident: true });
    return x.index(dimension, indices, { out: this.output });
  }

  override updateGradInput(input: Pair, gradOutput: Tensor): Pair {
    const [x, indices, dimension] = this.checked(input);
    checkGradOutput(this, gradOutput, this.output);
    const fits = gradOutput.dim() === x.dim() && gradOutput.size(dimension) === indices.nElement();
    if (!fits) throw inputSizeError(this, "the indices of the last forward", indices);
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    this.gradInput[0].zero().indexAdd(dimension, indices, gradOutput);
    this.gradInput[1].zero();
    return this.gradInput;
  }

  override describe(): string {
    return `Index(${this.dimension})`;
  }

  private checked(input: Pair): readonly [x: Tensor, indices: Tensor<"int32">, dimension: number] {
    const [x, indices] = checkTensors(this, "input", input, 2);
    const dimension = checkDimension(this.describe(), this.dimension, x.dim());
    if (!isInt32(indices)) throw new DTypeError(`${this.describe()}: expected int32 indices, got ${indices.dtype}`);
    if (indices.dim() !== 1) throw inputSizeError(this, "a vector of indices", indices);
    const [least, most] = [indices.min(), indices.max()];
    if (least < 0 || most >= x.size(dimension)) {
      throw new IndexError(
        `${this.describe()}: expected indices from 0 to ${x.size(dimension) - 1} for ${formatSize(x.size())}, got ${least < 0 ? least : most}`,
      );
    }
    return [x, indices, dimension];
  }
}

function isInt32(tensor: Tensor): tensor is Tensor<"int32"> {
  return tensor.dtype === "int32";
}
