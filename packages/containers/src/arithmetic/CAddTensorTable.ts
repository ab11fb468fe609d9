import { checkGradOutput, checkInputDType, Module, recursiveResizeAs, type TypeFunction } from "@rushlight/module";
import { formatSize, isTensor, ShapeError, Tensor, zipInto } from "@rushlight/tensor";
import { checkAlike, checkTable, checkTensors } from "../checks/tables.ts";

/** What it takes: a tensor, and tensors to add it to. */
type TensorAndTensors = readonly [Tensor, readonly Tensor[]];

interface AddedType extends TypeFunction {
  readonly takes: TensorAndTensors;
  readonly gives: AddedTo<this["given"]>;
}

type AddedTo<Given> = Given extends readonly [unknown, infer Tensors extends readonly Tensor[]]
  ? { readonly [Position in keyof Tensors]: Tensor }
  : readonly Tensor[];

/**
 * Adds a tensor to each tensor in a table: {v, {x₀, x₁, …}} → {x₀ + v, x₁ + v, …}; dv = Σᵢ dyᵢ, dxᵢ = dyᵢ. Torch's
 * `nn.CAddTensorTable`.
 *
 * All have one size; the inner table is of any length, which the output has too.
 *
 * @example
 * ```ts
 * import { CAddTensorTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const [a, b] = new CAddTensorTable().forward([tensor([1]), [tensor([10]), tensor([20])]]);
 * console.log(a.toArray(), b.toArray()); // [ 11 ] [ 21 ]
 * ```
 */
export class CAddTensorTable extends Module<TensorAndTensors, readonly Tensor[]> {
  declare readonly typeFunction?: AddedType;
  override output: readonly Tensor[] = [];
  override gradInput: TensorAndTensors = [new Tensor([], { resident: true }), []];

  override forward<const Given extends TensorAndTensors>(input: Given): AddedTo<Given>;
  override forward(input: TensorAndTensors): readonly Tensor[] {
    return super.forward(input);
  }

  override updateOutput(input: TensorAndTensors): readonly Tensor[] {
    const [added, tensors] = this.checked(input);
    this.output = recursiveResizeAs(this.output, tensors);
    for (const [i, output] of this.output.entries()) zipInto("CAddTensorTable", "add", tensors[i], added, output, 1);
    return this.output;
  }

  override updateGradInput(input: TensorAndTensors, gradOutput: readonly Tensor[]): TensorAndTensors {
    const [added, tensors] = this.checked(input);
    const gradients = checkTensors(this, "gradOutput", gradOutput, tensors.length);
    for (const gradient of gradients) checkGradOutput(this, gradient, added);
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    const [sum, copies] = this.gradInput;
    sum.copy(gradients[0]);
    for (const gradient of gradients.slice(1)) sum.add(gradient);
    for (const [i, copy] of copies.entries()) copy.copy(gradients[i]);
    return this.gradInput;
  }

  private checked(input: TensorAndTensors): TensorAndTensors {
    const [added, table] = checkTable(this, "input", input, 2);
    const tensors = checkAlike(this, table);
    if (!isTensor(added) || !added.isSameSizeAs(tensors[0])) {
      throw new ShapeError(
        `CAddTensorTable: expected a first member of size ${formatSize(tensors[0].size())}, as those of the table, got ${isTensor(added) ? formatSize(added.size()) : "a table"}`,
      );
    }
    checkInputDType(this, added, this.type());
    return [added, tensors];
  }
}
