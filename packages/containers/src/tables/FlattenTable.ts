import { flattened, isTable, Module, type Table, type TypeFunction } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { checkNesting, checkTable } from "../checks/tables.ts";
import type { NestedAs } from "./members.ts";
import type { FlatOf } from "./slices.ts";

interface FlatType extends TypeFunction {
  readonly takes: Table;
  readonly gives: FlatOf<this["given"]>;
}

/**
 * The tensors of nested tables in one table, depth first, the same objects: {{a, {b}}, c} → {a, b, c}. The gradient has
 * the members of gradOutput, nested as the input. Torch's `nn.FlattenTable`.
 *
 * @example
 * ```ts
 * import { FlattenTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const flat = new FlattenTable().forward([[tensor([1]), [tensor([2])]], tensor([3])] as const);
 * console.log(flat.map((x) => x.get(0))); // [ 1, 2, 3 ]
 * ```
 */
export class FlattenTable extends Module<Table, readonly Tensor[]> {
  declare readonly typeFunction?: FlatType;
  override output: readonly Tensor[] = [];
  override gradInput: Table = [];

  override forward<const Given extends Table>(input: Given): FlatOf<Given>;
  override forward(input: Table): readonly Tensor[] {
    return super.forward(input);
  }

  override backward<const Given extends Table>(
    input: Given,
    gradOutput: readonly Tensor[],
    scale?: number,
  ): NestedAs<Given>;
  override backward(input: Table, gradOutput: readonly Tensor[], scale = 1): Table {
    return super.backward(input, gradOutput, scale);
  }

  override updateOutput(input: Table): readonly Tensor[] {
    this.output = flattened(checkTable(this, "input", input));
    return this.output;
  }

  override updateGradInput(input: Table, gradOutput: readonly Tensor[]): Table {
    checkNesting(this, gradOutput, flattened(checkTable(this, "input", input)));
    let next = 0;
    const nested = (like: Table): Table =>
      like.map((member) => (isTable(member) ? nested(member) : gradOutput[next++]));
    this.gradInput = nested(input);
    return this.gradInput;
  }

  // What it holds is the caller's.
  override clearState(): this {
    this.output = [];
    this.gradInput = [];
    return this;
  }
}
