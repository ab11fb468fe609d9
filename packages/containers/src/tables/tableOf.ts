import type { Activation, Table } from "@rushlight/module";

/** A table as the type that its members are known to have. */
export function tableOf<T extends Activation>(members: Table): T;
export function tableOf(members: Table): Table {
  return members;
}
