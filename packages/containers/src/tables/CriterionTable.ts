import {
  type Activation,
  type Criterion,
  flattened,
  Module,
  recursiveCopy,
  recursiveFill,
  recursiveResizeAs,
} from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { checkGradient, checkTable } from "../checks/tables.ts";
import { known } from "../typing/known.ts";

/**
 * A criterion as a module, so that a network may end in its loss: {input, target} → a tensor `[1]` with the loss.
 * d input = dy·the gradient of the criterion, d target = 0. Torch's `nn.CriterionTable`.
 *
 * @typeParam I what the criterion takes from the network
 * @typeParam T what it compares that with
 * @example
 * ```ts
 * import { CriterionTable } from "@rushlight/containers";
 * import { MSECriterion } from "@rushlight/criterion";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const loss = new CriterionTable(new MSECriterion());
 * const pair = [tensor([1, 2]), tensor([1, 4])] as const;
 * console.log(loss.forward(pair).toArray()); // [ 2 ]
 * console.log(loss.backward(pair, ones(1))[0].toArray()); // [ 0, -2 ]
 * ```
 */
export class CriterionTable<I extends Activation = Tensor, T = Tensor> extends Module<
  readonly [I, Extract<T, Activation>],
  Tensor
> {
  readonly criterion: Criterion<I, T>;
  override gradInput: readonly [I, Extract<T, Activation>] = known([
    new Tensor([], { resident: true }),
    new Tensor([], { resident: true }),
  ]);

  constructor(criterion: Criterion<I, T>) {
    super();
    this.criterion = criterion;
  }

  override updateOutput(input: readonly [I, Extract<T, Activation>]): Tensor {
    checkTable(this, "input", input, 2);
    return this.output.resize(1).fill(this.criterion.updateOutput(input[0], input[1]));
  }

  override updateGradInput(
    input: readonly [I, Extract<T, Activation>],
    gradOutput: Tensor,
  ): readonly [I, Extract<T, Activation>] {
    checkTable(this, "input", input, 2);
    checkGradient(this, "gradOutput", gradOutput, { dtype: this.output.dtype, size: [1] });
    const gradient = recursiveCopy(this.gradInput[0], this.criterion.updateGradInput(input[0], input[1]));
    for (const tensor of flattened(gradient)) tensor.mul(gradOutput.get(0));
    this.gradInput = [gradient, recursiveFill(recursiveResizeAs(this.gradInput[1], input[1]), 0)];
    return this.gradInput;
  }

  override describe(): string {
    return `CriterionTable(${this.criterion.constructor.name})`;
  }
}
