import { ExtremeTable } from "./ExtremeTable.ts";

/**
 * The smallest of the tensors in a table, element by element: y = minᵢ xᵢ; dxᵢ = dy where xᵢ is the first that is the
 * smallest, else 0. Torch's `nn.CMinTable`.
 *
 * All have one size; the table is of any length. Where a member is NaN, so is y.
 *
 * @example
 * ```ts
 * import { CMinTable } from "@rushlight/containers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const choice = new CMinTable();
 * const table = [tensor([1, 5]), tensor([2, 3])];
 * console.log(choice.forward(table).toArray()); // [ 1, 3 ]
 * console.log(choice.backward(table, ones(2)).map((dx) => dx.toArray())); // [ [ 1, 0 ], [ 0, 1 ] ]
 * ```
 */
export class CMinTable extends ExtremeTable {
  protected override readonly extreme = "min";
}
