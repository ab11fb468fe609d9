import { CMul, Sum } from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

/** Element-wise parameters and constants, reductions. */
export const simpleRows: readonly Row[] = [
  { name: "CMul, sample by sample", module: () => new CMul(3), input: () => randn(4, 3) },
  { name: "CMul, element by element", module: () => new CMul(4, 3), input: () => randn(4, 3), ...batchless },
  { name: "CMul, expanded", module: () => new CMul(1, 3, 1), input: () => randn(2, 3, 4), ...batchless },
  { name: "CMul, expanded twice", module: () => new CMul(1, 3, 1, 2), input: () => randn(2, 3, 4, 2), ...batchless },
  { name: "Sum of rows", module: () => new Sum(0), input: () => randn(4, 3), skipped: ["batching"] },
  { name: "Sum of a vector", module: () => new Sum(), input: () => randn(4), skipped: ["batching"] },
  { name: "Sum of samples", module: () => new Sum(0, { nInputDims: 2 }), input: () => randn(2, 3, 4) },
  {
    name: "Sum that averages, from the end",
    module: () => new Sum(-1, { sizeAverage: true }),
    input: () => randn(4, 3, 2),
  },
  { name: "Sum that keeps", module: () => new Sum(1, { squeeze: false }), input: () => randn(4, 3), ...batchless },
];
