import { Linear } from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import type { Row } from "./Row.ts";

/** Affine maps. */
export const linearRows: readonly Row[] = [
  { name: "Linear, batched", module: () => new Linear(3, 2), input: () => randn(4, 3) },
  { name: "Linear, one sample", module: () => new Linear(3, 2), input: () => randn(3), skipped: ["batching"] },
  { name: "Linear to one output", module: () => new Linear(3, 1), input: () => randn(4, 3) },
  { name: "Linear without bias", module: () => new Linear(3, 2, { bias: false }), input: () => randn(4, 3) },
];
