import type { Activation, AnyModule, TypeFunction } from "@rushlight/module";
import { ShapeError, type Tensor } from "@rushlight/tensor";
import type { Fits } from "../sequential/joints.ts";
import { sumGradients } from "./sumGradients.ts";
import { TableBranches } from "./TableBranches.ts";
import type { InputFor, OutputsFor } from "./types.ts";

interface ConcatTableType<I extends Activation, Modules extends readonly AnyModule[]> extends TypeFunction {
  readonly takes: this["given"] extends I ? InputFor<Modules, this["given"], I> : I;
  readonly gives: this["given"] extends I ? OutputsFor<Modules, this["given"]> : OutputsFor<Modules, I>;
}

/**
 * Modules side by side on one input, their outputs a table: yᵢ = mᵢ(x), dx = Σᵢ the input gradient of mᵢ. Torch's
 * `nn.ConcatTable`.
 *
 * The types follow the modules: with a module that gives A and one that gives B it gives `[A, B]`. It begins as one that
 * takes a tensor; one that takes a table is written `new ConcatTable<Table>()`, or with the type of that table.
 *
 * @typeParam I what all modules take
 * @typeParam Modules what it holds
 * @example
 * ```ts
 * import { ConcatTable, Identity } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { ones } from "@rushlight/tensor";
 *
 * const net = new ConcatTable().add(new Linear(4, 3)).add(new Identity());
 * const [y, x] = net.forward(ones(4));
 * console.log(y.size(), x.size()); // [ 3 ] [ 4 ]
 * ```
 */
export class ConcatTable<
  I extends Activation = Tensor,
  Modules extends readonly AnyModule[] = readonly [],
> extends TableBranches<I, OutputsFor<Modules, I>> {
  declare readonly typeFunction?: ConcatTableType<I, Modules>;

  /** Adds a module beside the others, which gives the next member of the table. */
  add<M extends AnyModule>(module: M & Fits<M, I>): ConcatTable<I, readonly [...Modules, M]>;
  add(module: AnyModule): TableBranches<I, Activation> {
    this.modules.push(module);
    return this;
  }

  override forward<const Given extends I>(input: Given): OutputsFor<Modules, Given>;
  override forward(input: I): OutputsFor<Modules, I> {
    return super.forward(input);
  }

  protected override inputsOf(input: I): readonly I[] {
    if (this.modules.length === 0) throw new ShapeError("ConcatTable: expected at least one module, got none");
    return this.modules.map(() => input);
  }

  protected override gathered(_count: number, gradientOf: (index: number) => Activation): I {
    return sumGradients<I>(this, gradientOf);
  }
}
