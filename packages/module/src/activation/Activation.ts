import type { Tensor } from "@rushlight/tensor";

/** A table: an array of tensors and tables. What Torch calls a table, without string keys. */
export type Table = readonly Activation[];

/** What flows between modules: a tensor, or a table of them, nested where needed. */
export type Activation = Tensor | Table;

/** True for tables. */
export function isTable(activation: Activation): activation is Table {
  return Array.isArray(activation);
}
