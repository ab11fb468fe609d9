import { View } from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import { dense, type Row } from "./Row.ts";

/** The same elements under other sizes. */
export const reshapeRows: readonly Row[] = [
  { name: "View of samples", module: () => new View(6), input: () => randn(4, 2, 3), ...dense },
  {
    name: "View with a size to infer",
    module: () => new View(-1).setNumInputDims(2),
    input: () => randn(4, 2, 3),
    ...dense,
  },
];
