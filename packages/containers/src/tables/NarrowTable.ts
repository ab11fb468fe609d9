import {
  type Activation,
  Module,
  recursiveFill,
  recursiveResizeAs,
  type Table,
  type TypeFunction,
} from "@rushlight/module";
import { IndexError } from "@rushlight/tensor";
import { checkCount, checkNesting, checkTable, checkWhole } from "../checks/tables.ts";
import type { NestedAs } from "./members.ts";
import type { SliceOf, TableOfSlice } from "./slices.ts";

interface NarrowType<Offset extends number, Length extends number> extends TypeFunction {
  readonly takes: TableOfSlice<this["given"], Offset, Length>;
  readonly gives: SliceOf<this["given"], Offset, Length>;
}

/**
 * Some members of a table that follow each other, the same objects: {x_offset, …, x_(offset + length − 1)}. The gradients
 * of the others are zero, theirs are the members of gradOutput. Torch's `nn.NarrowTable`.
 *
 * @typeParam Offset the position of the first, and
 * @typeParam Length how many there are, so that the output has the types of these members
 * @example
 * ```ts
 * import { NarrowTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const table = [tensor([1]), tensor([2]), tensor([3])] as const;
 * const [second, third] = new NarrowTable(1, 2).forward(table);
 * console.log(second.toArray(), third.toArray()); // [ 2 ] [ 3 ]
 * ```
 */
export class NarrowTable<const Offset extends number = number, const Length extends number = 1> extends Module<
  Table,
  Table
> {
  declare readonly typeFunction?: NarrowType<Offset, Length>;
  readonly offset: Offset;
  readonly length: number;
  override output: Table = [];
  override gradInput: Table = [];
  private zeros: Table = [];

  /**
   * @param offset the position of the first member; negative ones count from the end
   * @param length how many members, at least 1; 1 when left out
   * @throws ArgumentError for numbers that are not whole, or a length below 1
   */
  constructor(offset: Offset, length?: Length) {
    super();
    checkWhole("NarrowTable", "offset", offset);
    this.offset = offset;
    this.length = checkCount("NarrowTable", "length", length ?? 1);
  }

  override forward<const Given extends Table>(input: Given): SliceOf<Given, Offset, Length>;
  override forward(input: Table): Table {
    return super.forward(input);
  }

  override backward<const Given extends Table>(
    input: Given,
    gradOutput: SliceOf<Given, Offset, Length>,
    scale?: number,
  ): NestedAs<Given>;
  override backward(input: Table, gradOutput: Table, scale = 1): Table {
    return super.backward(input, gradOutput, scale);
  }

  override updateOutput(input: Table): Table {
    const first = this.firstIn(input);
    this.output = input.slice(first, first + this.length);
    return this.output;
  }

  override updateGradInput(input: Table, gradOutput: Table): Table {
    const first = this.firstIn(input);
    checkNesting(this, gradOutput, input.slice(first, first + this.length));
    const outside = input.map((member, i) => (this.isInside(i - first) ? [] : member));
    this.zeros = recursiveFill(recursiveResizeAs(this.zeros, outside), 0);
    this.gradInput = input.map(
      (_, i): Activation => (this.isInside(i - first) ? gradOutput[i - first] : this.zeros[i]),
    );
    return this.gradInput;
  }

  // What it holds is the caller's.
  override clearState(): this {
    this.output = [];
    this.gradInput = [];
    this.zeros = [];
    return this;
  }

  override describe(): string {
    return `NarrowTable(${this.offset}, ${this.length})`;
  }

  private isInside(position: number): boolean {
    return position >= 0 && position < this.length;
  }

  private firstIn(input: Table): number {
    const { length } = checkTable(this, "input", input);
    const first = this.offset < 0 ? this.offset + length : this.offset;
    if (first >= 0 && first + this.length <= length) return first;
    throw new IndexError(
      `${this.describe()}: expected a table that has ${this.length} members from position ${this.offset} on, got one of ${length}`,
    );
  }
}
