import type { Activation, AnyModule, Table, TypeFunction } from "@rushlight/module";
import { checkTable } from "../checks/tables.ts";
import { known } from "../typing/known.ts";
import { TableBranches } from "./TableBranches.ts";
import type { InputsOf, InputsOfEach, OutputsOf } from "./types.ts";

interface ParallelType<Modules extends readonly AnyModule[]> extends TypeFunction {
  readonly takes: this["given"] extends Table
    ? number extends this["given"]["length"]
      ? InputsOfEach<Modules, this["given"]>
      : InputsOf<Modules, this["given"]>
    : InputsOf<Modules>;
  readonly gives: this["given"] extends Activation ? OutputsOf<Modules, this["given"]> : OutputsOf<Modules>;
}

/**
 * Modules side by side, each on its own member of a table: yᵢ = mᵢ(xᵢ), dxᵢ = the input gradient of mᵢ. Torch's
 * `nn.ParallelTable`.
 *
 * The types follow the modules: with a module from A to B and one from C to D it takes `[A, C]` and gives `[B, D]`.
 *
 * @typeParam Modules what it holds; of a table of any length when nothing was added yet
 * @example
 * ```ts
 * import { ParallelTable } from "@rushlight/containers";
 * import { Linear, Tanh } from "@rushlight/layers";
 * import { ones } from "@rushlight/tensor";
 *
 * const net = new ParallelTable().add(new Linear(4, 3)).add(new Tanh());
 * const [a, b] = net.forward([ones(4), ones(2)]);
 * console.log(a.size(), b.size()); // [ 3 ] [ 2 ]
 * ```
 */
export class ParallelTable<Modules extends readonly AnyModule[] = readonly []> extends TableBranches<
  InputsOf<Modules>,
  OutputsOf<Modules>
> {
  declare readonly typeFunction?: ParallelType<Modules>;
  override gradInput: InputsOf<Modules> = known([]);

  /** Adds a module beside the others, for the next member of the table. */
  add<M extends AnyModule>(module: M): ParallelTable<readonly [...Modules, M]>;
  add(module: AnyModule): TableBranches<Table, Table> {
    this.modules.push(module);
    return this;
  }

  override forward<const Given extends InputsOf<Modules>>(input: Given): OutputsOf<Modules, Given>;
  override forward(input: InputsOf<Modules>): OutputsOf<Modules> {
    return super.forward(input);
  }

  protected override inputsOf(input: InputsOf<Modules>): Table {
    return checkTable(this, "input", input, this.modules.length);
  }

  protected override gathered(count: number, gradientOf: (index: number) => Activation): InputsOf<Modules> {
    return known(Array.from({ length: count }, (_, i) => gradientOf(i)));
  }
}
