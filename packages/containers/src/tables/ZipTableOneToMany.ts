import { type Activation, Module, recursiveAdd, recursiveCopy, type Table, type TypeFunction } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { checkNesting, checkTable } from "../checks/tables.ts";
import type { NestedAs } from "./members.ts";
import type { OneToManyOf } from "./slices.ts";

/** What it takes: one activation, and a table of others. */
type OneAndMany = readonly [Activation, Table];

/** What it gives: pairs. */
type Pairs = readonly (readonly [Activation, Activation])[];

interface OneToManyType extends TypeFunction {
  readonly takes: OneAndMany;
  readonly gives: OneToManyOf<this["given"]>;
}

/**
 * Pairs one activation with each member of a table, with the same objects: {v, {a, b}} → {{v, a}, {v, b}}. The gradient
 * of v is the sum of those in the pairs; the others are the members of gradOutput. Torch's `nn.ZipTableOneToMany`.
 *
 * @example
 * ```ts
 * import { ZipTableOneToMany } from "@rushlight/containers";
 * import { formatSizes } from "@rushlight/module";
 * import { ones } from "@rushlight/tensor";
 *
 * const table = [ones(1), [ones(2), ones(3)]] as const;
 * console.log(formatSizes(new ZipTableOneToMany().forward(table))); // {{[1], [2]}, {[1], [3]}}
 * ```
 */
export class ZipTableOneToMany extends Module<OneAndMany, Pairs> {
  declare readonly typeFunction?: OneToManyType;
  override output: Pairs = [];
  override gradInput: OneAndMany = [new Tensor([], { resident: true }), []];
  private sum: Activation = new Tensor([], { resident: true });

  override forward<const Given extends OneAndMany>(input: Given): OneToManyOf<Given>;
  override forward(input: OneAndMany): Pairs {
    return super.forward(input);
  }

  override backward<const Given extends OneAndMany>(
    input: Given,
    gradOutput: OneToManyOf<Given>,
    scale?: number,
  ): NestedAs<Given>;
  override backward(input: OneAndMany, gradOutput: Pairs, scale = 1): OneAndMany {
    return super.backward(input, gradOutput, scale);
  }

  override updateOutput(input: OneAndMany): Pairs {
    this.output = this.pairsOf(input);
    return this.output;
  }

  override updateGradInput(input: OneAndMany, gradOutput: Pairs): OneAndMany {
    checkNesting(this, gradOutput, this.pairsOf(input));
    const [first, ...others] = gradOutput;
    this.sum = recursiveCopy(this.sum, first[0]);
    for (const [gradient] of others) recursiveAdd(this.sum, gradient);
    this.gradInput = [this.sum, gradOutput.map(([, gradient]) => gradient)];
    return this.gradInput;
  }

  // Part of what it holds is the caller's.
  override clearState(): this {
    this.output = [];
    this.gradInput = [new Tensor([], { resident: true }), []];
    this.sum = new Tensor([], { resident: true });
    return this;
  }

  private pairsOf(input: OneAndMany): Pairs {
    const [one, many] = checkTable(this, "input", input, 2);
    return checkMany(this, many).map((member) => [one, member]);
  }
}

function checkMany(module: ZipTableOneToMany, many: Activation): Table {
  const table = checkTable(module, "second member of the input", many);
  return table.length > 0 ? table : checkTable(module, "second member of the input", many, 1);
}
