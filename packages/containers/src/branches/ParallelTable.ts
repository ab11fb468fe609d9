import { type Activation, type AnyModule, Container, isTable, printBranches, type Table } from "@rushlight/module";
import { ShapeError } from "@rushlight/tensor";
import type { InputsOf, OutputsOf } from "./types.ts";

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
export class ParallelTable<Modules extends readonly AnyModule[] = readonly []> extends Container<
  InputsOf<Modules>,
  OutputsOf<Modules>
> {
  override output: OutputsOf<Modules> = tableOf([]);
  override gradInput: InputsOf<Modules> = tableOf([]);

  /** Adds a module beside the others, for the next member of the table. */
  add<M extends AnyModule>(module: M): ParallelTable<readonly [...Modules, M]>;
  add(module: AnyModule): Container<Table, Table> {
    this.modules.push(module);
    return this;
  }

  override updateOutput(input: InputsOf<Modules>): OutputsOf<Modules> {
    const members = this.membersOf("input", input);
    this.output = tableOf(members.map((member, i) => this.childOutput(i, member)));
    return this.output;
  }

  override updateGradInput(input: InputsOf<Modules>, gradOutput: OutputsOf<Modules>): InputsOf<Modules> {
    return this.gradients(input, gradOutput, (i, member, gradient) =>
      this.childGradInput(i, member, gradient, this.needsGradInput),
    );
  }

  override accGradParameters(input: InputsOf<Modules>, gradOutput: OutputsOf<Modules>, scale = 1): void {
    const gradients = this.membersOf("gradOutput", gradOutput);
    for (const [i, member] of this.membersOf("input", input).entries()) {
      this.childAccGradParameters(i, member, gradients[i], scale);
    }
  }

  override backward(input: InputsOf<Modules>, gradOutput: OutputsOf<Modules>, scale = 1): InputsOf<Modules> {
    return this.gradients(input, gradOutput, (i, member, gradient) =>
      this.childBackward(i, member, gradient, scale, this.needsGradInput),
    );
  }

  override accUpdateGradParameters(
    input: InputsOf<Modules>,
    gradOutput: OutputsOf<Modules>,
    learningRate: number,
  ): void {
    const gradients = this.membersOf("gradOutput", gradOutput);
    for (const [i, member] of this.membersOf("input", input).entries()) {
      this.childAccUpdate(i, member, gradients[i], learningRate);
    }
  }

  override toString(): string {
    return printBranches(super.toString(), this.modules);
  }

  private gradients(
    input: Activation,
    gradOutput: Activation,
    gradientOf: (index: number, member: Activation, gradient: Activation) => Activation,
  ): InputsOf<Modules> {
    const gradients = this.membersOf("gradOutput", gradOutput);
    const gradInput = this.membersOf("input", input).map((member, i) => gradientOf(i, member, gradients[i]));
    this.gradInput = tableOf(gradInput);
    return this.gradInput;
  }

  private membersOf(what: string, table: Activation): Table {
    if (isTable(table) && table.length === this.modules.length) return table;
    const came = isTable(table) ? String(table.length) : "a tensor";
    throw new ShapeError(
      `${this.describe()}: expected ${what === "input" ? "an" : "a"} ${what} of ${this.modules.length} members, one for each module, got ${came}`,
    );
  }
}

function tableOf<T extends Activation>(members: Table): T;
function tableOf(members: Table): Table {
  return members;
}
