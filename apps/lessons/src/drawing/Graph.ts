/** A box of a {@link Graph}. */
export interface GraphNode {
  readonly name: string;
  /** What is written below the name. */
  readonly lines: readonly string[];
  /** The names of the nodes above that arrows come from. */
  readonly from?: readonly string[];
}

/** Boxes in rows, with arrows from row to row: a computation, from its inputs down to its result. */
export interface Graph {
  readonly title: string;
  readonly rows: readonly (readonly GraphNode[])[];
}
