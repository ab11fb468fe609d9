/** What an alternative must reach: a ratio to the first of its comparison, or a time for one call in milliseconds. */
type Target = { readonly ratioAtLeast: number } | { readonly timeAtMost: number };

/** One way to compute something. */
export interface Alternative {
  readonly name: string;
  /** How much one call does, in the comparison's unit without its "giga" and "per second": operations, or bytes. */
  readonly work?: number;
  readonly target?: Target;
  /** Computes it once. What it returns is kept, so that nothing is optimised away. */
  run(): unknown;
}

/** Ways to compute the same thing. The others are compared with the first. */
export interface Comparison {
  readonly name: string;
  /** What speeds are told in: then each alternative says its work, and ratios are those of speeds. Else of times. */
  readonly unit?: "GFLOP/s" | "GB/s";
  /** What ratios are of, where no speeds are told: times, when left out. */
  readonly ratios?: "times" | "speeds";
  /** Under which name to tell by how much the last alternative takes longer than the first; not told when left out. */
  readonly difference?: string;
  readonly alternatives: readonly [Alternative, ...Alternative[]];
}
