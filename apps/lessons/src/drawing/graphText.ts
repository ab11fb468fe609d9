import type { Graph } from "./Graph.ts";

/** A graph as text: a line for each node, with the names of those that its arrows come from. */
export function graphText({ rows }: Graph): string {
  const nodes = rows.flat();
  const width = Math.max(...nodes.map(({ name }) => name.length));
  return nodes
    .map(({ name, lines, from = [] }) => {
      const source = from.length > 0 ? ` <- ${from.join(", ")}` : "";
      return `${name.padEnd(width)}  ${lines.join(", ")}${source}`.trimEnd();
    })
    .join("\n");
}
