import type { SearchResult } from "../SearchResult.ts";

/** An iteration of {@link fista}. The names are Torch's. */
export interface FistaIteration {
  /** How many step lengths were tried. */
  readonly nline: number;
  /** The curvature that the last of them went with: its length was 1/L. */
  readonly L: number;
  /** The loss after the iteration, Fply + Gply. */
  readonly F: number;
  /** Its smooth part. */
  readonly Fply: number;
  /** Its penalty. */
  readonly Gply: number;
  /** The bound that the smooth part had to stay below, at the last of the lengths that were tried. */
  readonly Q: number;
}

/** What {@link fista} gives. */
export interface FistaResult extends SearchResult {
  /** The curvature that the search ended with: a good `L` to go on with. */
  readonly L: number;
  /** All iterations. */
  readonly history: FistaIteration[];
}
