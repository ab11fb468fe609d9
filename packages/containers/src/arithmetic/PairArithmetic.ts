import { emptyPair, type Pair } from "../tables/Pair.ts";
import { TableArithmetic } from "./TableArithmetic.ts";

/** A function of two tensors of one size, element by element. */
export abstract class PairArithmetic extends TableArithmetic<Pair> {
  override gradInput: Pair = emptyPair();
  protected override readonly members: number = 2;
}
