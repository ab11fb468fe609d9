/** The entry of a table under a name; undefined when there is none. */
export function lookup<Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
