import { Module, type Table, type TypeFunction } from "@rushlight/module";
import { ShapeError } from "@rushlight/tensor";
import { cameAs, checkTable } from "../checks/tables.ts";
import type { NestedAs } from "./members.ts";
import type { TablesAlike, ZipOf } from "./slices.ts";

interface ZipType extends TypeFunction {
  readonly takes: TablesAlike<this["given"]>;
  readonly gives: ZipOf<this["given"]>;
}

/**
 * Exchanges rows and columns of a table of tables, with the same objects: {{a₀, a₁}, {b₀, b₁}} → {{a₀, b₀}, {a₁, b₁}}.
 * The gradient has the members of gradOutput, changed back. Torch's `nn.ZipTable`.
 *
 * All inner tables have one length, at least 1.
 *
 * @example
 * ```ts
 * import { ZipTable } from "@rushlight/containers";
 * import { formatSizes } from "@rushlight/module";
 * import { ones } from "@rushlight/tensor";
 *
 * const table = [[ones(1), ones(2)], [ones(3), ones(4)]] as const;
 * console.log(formatSizes(new ZipTable().forward(table))); // {{[1], [3]}, {[2], [4]}}
 * ```
 */
export class ZipTable extends Module<readonly Table[], readonly Table[]> {
  declare readonly typeFunction?: ZipType;
  override output: readonly Table[] = [];
  override gradInput: readonly Table[] = [];

  override forward<const Given extends readonly Table[]>(input: Given): ZipOf<Given>;
  override forward(input: readonly Table[]): readonly Table[] {
    return super.forward(input);
  }

  override backward<const Given extends readonly Table[]>(
    input: Given,
    gradOutput: ZipOf<Given>,
    scale?: number,
  ): NestedAs<Given>;
  override backward(input: readonly Table[], gradOutput: readonly Table[], scale = 1): readonly Table[] {
    return super.backward(input, gradOutput, scale);
  }

  override updateOutput(input: readonly Table[]): readonly Table[] {
    this.output = zipped(this.checked("input", input));
    return this.output;
  }

  override updateGradInput(input: readonly Table[], gradOutput: readonly Table[]): readonly Table[] {
    const [first] = this.checked("input", input);
    checkTable(this, "gradOutput", gradOutput, first.length);
    for (const row of this.checked("gradOutput", gradOutput)) checkTable(this, "gradOutput", row, input.length);
    this.gradInput = zipped(gradOutput);
    return this.gradInput;
  }

  // What it holds is the caller's.
  override clearState(): this {
    this.output = [];
    this.gradInput = [];
    return this;
  }

  private checked(what: string, rows: readonly Table[]): readonly Table[] {
    checkTable(this, what, rows);
    for (const row of rows) checkTable(this, `member of ${what}`, row);
    if (rows.length > 0 && rows[0].length > 0 && rows.every((row) => row.length === rows[0].length)) return rows;
    throw new ShapeError(`ZipTable: expected a table of tables of one length, got ${cameAs(rows)}`);
  }
}

function zipped(rows: readonly Table[]): Table[] {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}
