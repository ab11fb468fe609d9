import { ExtremeTable } from "./ExtremeTable.ts";

/**
 * The largest of the tensors in a table, element by element: y = maxᵢ xᵢ; dxᵢ = dy where xᵢ is the first that is the
 * largest, else 0. Torch's `nn.CMaxTable`.
 *
 * All have one size; the table is of any length. Where a member is NaN, so is y.
 *
 * @example
 * ```ts
 * import { CMaxTable } from "@rushlight/containers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const choice = new CMaxTable();
 * const table = [tensor([1, 5]), tensor([2, 3])];
 * console.log(choice.forward(table).toArray()); // [ 2, 5 ]
 * console.log(choice.backward(table, ones(2)).map((dx) => dx.toArray())); // [ [ 0, 1 ], [ 1, 0 ] ]
 * ```
 */
export class CMaxTable extends ExtremeTable {
  protected override readonly extreme = "max";
}
