import {
  type Activation,
  emptied,
  Module,
  recursiveCopy,
  recursiveFill,
  recursiveResizeAs,
  type Table,
  type TypeFunction,
} from "@rushlight/module";
import { checkIndex } from "@rushlight/tensor";
import { checkNesting, checkTable, checkWhole } from "../checks/tables.ts";
import type { MemberOf, NestedAs, TableWith } from "./members.ts";

interface SelectType<Index extends number> extends TypeFunction {
  readonly takes: TableWith<this["given"], Index>;
  readonly gives: MemberOf<this["given"], Index>;
}

/**
 * One member of a table, the same object: y = x[index]. The gradients of the others are zero. Torch's `nn.SelectTable`.
 *
 * @typeParam Index the position, so that the output has the type of that member
 * @example
 * ```ts
 * import { SelectTable } from "@rushlight/containers";
 * import { formatSizes } from "@rushlight/module";
 * import { tensor } from "@rushlight/tensor";
 *
 * const second = new SelectTable(1);
 * const table = [tensor([1, 2]), tensor([3])] as const;
 * console.log(second.forward(table).toArray()); // [ 3 ]
 * console.log(formatSizes(second.backward(table, tensor([10])))); // {[2], [1]}
 * ```
 */
export class SelectTable<const Index extends number = number> extends Module<Table, Activation> {
  declare readonly typeFunction?: SelectType<Index>;
  readonly index: Index;
  override gradInput: Table = [];

  /**
   * @param index a position; negative ones count from the end
   * @throws ArgumentError for one that is not whole
   */
  constructor(index: Index) {
    super();
    checkWhole("SelectTable", "index", index);
    this.index = index;
  }

  override forward<const Given extends Table>(input: Given): MemberOf<Given, Index>;
  override forward(input: Table): Activation {
    return super.forward(input);
  }

  override backward<const Given extends Table>(
    input: Given,
    gradOutput: MemberOf<Given, Index>,
    scale?: number,
  ): NestedAs<Given>;
  override backward(input: Table, gradOutput: Activation, scale = 1): Table {
    return super.backward(input, gradOutput, scale);
  }

  override updateOutput(input: Table): Activation {
    this.output = input[this.positionIn(input)];
    return this.output;
  }

  override updateGradInput(input: Table, gradOutput: Activation): Table {
    const position = this.positionIn(input);
    checkNesting(this, gradOutput, input[position]);
    const gradInput = recursiveFill(recursiveResizeAs(this.gradInput, input), 0);
    this.gradInput = gradInput.map((part, i) => (i === position ? recursiveCopy(part, gradOutput) : part));
    return this.gradInput;
  }

  override clearState(): this {
    this.output = emptied(this.output);
    this.gradInput = [];
    return this;
  }

  override toString(): string {
    return `nn.SelectTable(${this.index})`;
  }

  private positionIn(input: Table): number {
    return checkIndex(this.describe(), this.index, checkTable(this, "input", input).length);
  }
}
