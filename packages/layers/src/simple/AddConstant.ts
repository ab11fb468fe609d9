import { checkGradOutput, checkInputDType, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, formatSize, isTensor, type Tensor } from "@rushlight/tensor";
import type { InplaceOptions } from "../transfer/index.ts";

const optionNames: readonly (keyof InplaceOptions)[] = ["inplace"];

/**
 * Addition of a constant: y = x + c, dx = dy. Torch's `nn.AddConstant`.
 *
 * Shapes: any for a number; `[C]` or `[N, C]` for a vector of C numbers.
 *
 * In place, forward overwrites its input and backward hands on its gradOutput; backward then subtracts the constant from
 * the input again, which gives it back up to rounding.
 *
 * @example
 * ```ts
 * import { AddConstant } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new AddConstant(10).forward(tensor([1, 2])).toArray()); // [ 11, 12 ]
 * console.log(new AddConstant(tensor([10, 20])).forward(tensor([[1, 2], [3, 4]])).toArray()); // [ [ 11, 22 ], [ 13, 24 ] ]
 * ```
 */
export class AddConstant extends Module {
  readonly constant: number | Tensor;
  readonly inplace: boolean;

  /**
   * @param constant a number, or a vector, which is converted to the module's dtype
   * @throws ArgumentError for anything else, and for options that do not exist
   */
  constructor(constant: number | Tensor, options: InplaceOptions = {}) {
    super();
    checkOptions("AddConstant", options, optionNames);
    const given: unknown = constant;
    const fits = isTensor(given) ? given.dim() === 1 : typeof given === "number" && !Number.isNaN(given);
    if (!fits) {
      const came = isTensor(given) ? formatSize(given.size()) : String(given);
      throw new ArgumentError(`AddConstant: expected a number or a vector, got ${came}`);
    }
    this.constant = isTensor(constant) ? constant.to(this.type()) : constant;
    this.inplace = options.inplace ?? false;
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    if (this.inplace) this.output.set(input);
    else this.output.resizeAs(input).copy(input);
    return addScaled(this.output, 1, this.constant);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkInput(input);
    checkGradOutput(this, gradOutput, input);
    if (!this.inplace) return this.gradInput.resizeAs(gradOutput).copy(gradOutput);
    addScaled(input, -1, this.constant);
    return this.gradInput.set(gradOutput);
  }

  override describe(): string {
    return `AddConstant(${isTensor(this.constant) ? formatSize(this.constant.size()) : this.constant})`;
  }

  private checkInput(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    if (!isTensor(this.constant)) return;
    const [count] = this.constant.size();
    const fits = (input.dim() === 1 || input.dim() === 2) && input.size(-1) === count;
    if (!fits) throw inputSizeError(this, `[${count}] or [N, ${count}]`, input);
  }
}

function addScaled(target: Tensor, scale: number, constant: number | Tensor): Tensor {
  if (!isTensor(constant)) return target.add(scale * constant);
  return target.add(scale, target.dim() === 1 ? constant : constant.unsqueeze(0).expandAs(target));
}
