import { checkGradOutput, Module, recursiveResizeAs } from "@rushlight/module";
import { DTypeError, formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import { checkTensors } from "../../checks/tables.ts";
import { emptyPair, type Pair } from "../Pair.ts";

/**
 * The elements of a tensor where a mask is 1, in row-major order: {x, mask} → a vector. dx has the elements of dy where
 * the mask is 1, else 0; the gradient of the mask is zero. Torch's `nn.MaskedSelect`.
 *
 * The mask is a uint8 tensor of zeros and ones that has the size of x. Where it has no 1, the output is empty.
 *
 * @example
 * ```ts
 * import { MaskedSelect } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, -2], [-3, 4]]);
 * const select = new MaskedSelect();
 * console.log(select.forward([x, x.gt(0)]).toArray()); // [ 1, 4 ]
 * console.log(select.backward([x, x.gt(0)], tensor([5, 6]))[0].toArray()); // [ [ 5, 0 ], [ 0, 6 ] ]
 * ```
 */
export class MaskedSelect extends Module<Pair, Tensor> {
  override gradInput: Pair = emptyPair();

  override updateOutput(input: Pair): Tensor {
    const [x, mask] = this.checked(input);
    if (this.output.dtype !== x.dtype) this.output = new Tensor([], { dtype: x.dtype, resident: true });
    return x.maskedSelect(mask, { out: this.output });
  }

  override updateGradInput(input: Pair, gradOutput: Tensor): Pair {
    const [x, mask] = this.checked(input);
    checkGradOutput(this, gradOutput, this.output);
    const ones = mask.sum();
    if (gradOutput.nElement() !== ones || gradOutput.dtype !== x.dtype) {
      throw new ShapeError(`MaskedSelect: expected the mask of the last forward, got one with ${ones} ones`);
    }
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    this.gradInput[0].zero().maskedCopy(mask, gradOutput);
    this.gradInput[1].zero();
    return this.gradInput;
  }

  private checked(input: Pair): readonly [x: Tensor, mask: Tensor<"uint8">] {
    const [x, mask] = checkTensors(this, "input", input, 2);
    if (!isUint8(mask)) throw new DTypeError(`MaskedSelect: expected a uint8 mask, got ${mask.dtype}`);
    if (!mask.isSameSizeAs(x)) {
      throw new ShapeError(
        `MaskedSelect: expected a mask of size ${formatSize(x.size())}, as the tensor, got ${formatSize(mask.size())}`,
      );
    }
    return [x, mask];
  }
}

function isUint8(tensor: Tensor): tensor is Tensor<"uint8"> {
  return tensor.dtype === "uint8";
}
