import { Concat, ParallelTable, sequential } from "@rushlight/containers";
import { CMul, Linear, Sum, Tanh } from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

/** Modules beside each other and after each other. */
export const containerRows: readonly Row[] = [
  {
    name: "Sequential",
    module: () => sequential(new Linear(3, 4), new Tanh(), new Linear(4, 2)),
    input: () => randn(5, 3),
  },
  {
    name: "Sequential in a Sequential",
    module: () => sequential(new Linear(3, 4), sequential(new Tanh(), sequential(new CMul(4))), new Linear(4, 2)),
    input: () => randn(5, 3),
  },
  {
    name: "Concat of columns",
    module: () => new Concat(1).add(new Linear(3, 2)).add(sequential(new Linear(3, 4), new Tanh())),
    input: () => randn(4, 3),
    ...batchless,
  },
  {
    name: "Concat of columns, from the end",
    module: () => new Concat(-1).add(new Linear(3, 2)).add(new Linear(3, 3)),
    input: () => randn(4, 3),
  },
  {
    name: "Concat of vectors",
    module: () => new Concat(0).add(new CMul(3)).add(new Sum()),
    input: () => randn(3),
    skipped: ["batching"],
  },
  {
    name: "ParallelTable",
    module: () => new ParallelTable().add(new Linear(3, 2)).add(new Tanh()),
    input: () => [randn(4, 3), randn(4, 2)],
  },
];
