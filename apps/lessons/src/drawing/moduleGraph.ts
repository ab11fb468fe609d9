import type * as nn from "@rushlight/nn";
import { isTensor, type Tensor } from "@rushlight/tensor";
import { size } from "../lesson/print.ts";
import type { Graph, GraphNode } from "./Graph.ts";

/**
 * The modules of a chain below each other, with the sizes of their outputs and the numbers of their parameters.
 *
 * @param network after a forward with `input`
 */
export function moduleGraph(title: string, network: nn.Sequential, input: Tensor): Graph {
  const first: GraphNode = { name: "input", lines: [size(input)] };
  const rows = [[first]];
  for (const [i, module] of network.children().entries()) {
    const parameters = module.parameters()[0].reduce((sum, parameter) => sum + parameter.nElement(), 0);
    const output = isTensor(module.output) ? size(module.output) : "a table";
    const lines = parameters > 0 ? [output, `${parameters.toLocaleString("en")} parameters`] : [output];
    const [above] = rows[rows.length - 1];
    rows.push([{ name: `(${i}) ${module.describe()}`, lines, from: [above.name] }]);
  }
  return { title, rows };
}
