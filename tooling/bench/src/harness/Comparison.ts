/** One way to compute something. */
export interface Alternative {
  readonly name: string;
  /** Computes it once. What it returns is kept, so that nothing is optimised away. */
  run(): unknown;
}

/** Ways to compute the same thing. The others are compared with the first. */
export interface Comparison {
  readonly name: string;
  readonly alternatives: readonly [Alternative, ...Alternative[]];
}
