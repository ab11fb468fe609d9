import {
  Collapse,
  Contiguous,
  Narrow,
  OneHot,
  Padding,
  Replicate,
  Reshape,
  Select,
  Squeeze,
  Transpose,
  Unsqueeze,
  View,
} from "@rushlight/layers";
import { randn, tensor } from "@rushlight/tensor";
import { batchless, dense, type Row } from "./Row.ts";

/** The same elements under other sizes, parts of them, and more of them. */
export const reshapeRows: readonly Row[] = [
  { name: "View of samples", module: () => new View(6), input: () => randn(4, 2, 3), ...dense },
  {
    name: "View with a size to infer",
    module: () => new View(-1).setNumInputDims(2),
    input: () => randn(4, 2, 3),
    ...dense,
  },
  { name: "Reshape of samples", module: () => new Reshape(3, 2), input: () => randn(4, 2, 3) },
  {
    name: "Reshape of batches",
    module: () => new Reshape([3, -1], { batchMode: true }),
    input: () => randn(4, 2, 3),
    ...batchless,
  },
  {
    name: "Reshape of the whole",
    module: () => new Reshape([3, 8], { batchMode: false }),
    input: () => randn(4, 2, 3),
    ...batchless,
  },
  { name: "Collapse of samples", module: () => new Collapse(2), input: () => randn(4, 2, 3) },
  { name: "Collapse of one sample", module: () => new Collapse(2), input: () => randn(2, 3), skipped: ["batching"] },
  { name: "Contiguous", module: () => new Contiguous(), input: () => randn(4, 3) },
  { name: "Transpose", module: () => new Transpose([0, 1], [1, -1]), input: () => randn(4, 2, 3), ...batchless },
  {
    name: "Transpose of samples",
    module: () => new Transpose([0, 1]).setNumInputDims(2),
    input: () => randn(4, 2, 3),
  },
  { name: "Select of a column", module: () => new Select(1, -1), input: () => randn(4, 3), ...batchless },
  { name: "Select of the last dimension", module: () => new Select(-1, 0), input: () => randn(4, 3, 2) },
  { name: "Narrow", module: () => new Narrow(1, 1, 2), input: () => randn(4, 3), ...batchless },
  { name: "Narrow to the end", module: () => new Narrow(-1, 1, -1), input: () => randn(4, 3) },
  { name: "Narrow from the beginning", module: () => new Narrow(-1, -1, 2), input: () => randn(4, 3) },
  { name: "Squeeze", module: () => new Squeeze(), input: () => randn(4, 1, 3), ...batchless },
  { name: "Squeeze of samples", module: () => new Squeeze(1, { nInputDims: 3 }), input: () => randn(4, 2, 1, 3) },
  {
    name: "Squeeze of a batch of one",
    module: () => new Squeeze().setNumInputDims(2),
    input: () => randn(1, 3, 1),
  },
  { name: "Unsqueeze", module: () => new Unsqueeze(0), input: () => randn(4, 3), ...batchless },
  { name: "Unsqueeze at the end", module: () => new Unsqueeze(-1), input: () => randn(4, 3) },
  { name: "Unsqueeze of samples", module: () => new Unsqueeze(1, { nInputDims: 2 }), input: () => randn(4, 2, 3) },
  { name: "Replicate", module: () => new Replicate(3), input: () => randn(4, 2), skipped: ["batching"] },
  { name: "Replicate at the end", module: () => new Replicate(3, -1), input: () => randn(4, 2) },
  { name: "Replicate of samples", module: () => new Replicate(3, 0, { nInputDims: 2 }), input: () => randn(4, 2, 3) },
  { name: "Padding behind", module: () => new Padding(0, 2, { nInputDims: 2 }), input: () => randn(4, 2, 3) },
  { name: "Padding before", module: () => new Padding(-1, -2, { value: 3 }), input: () => randn(4, 3) },
  { name: "Padding inside", module: () => new Padding(-1, 2, { index: 1 }), input: () => randn(4, 3) },
  { name: "Padding of nothing", module: () => new Padding(-1, 0), input: () => randn(4, 3) },
  {
    name: "OneHot",
    module: () => new OneHot(4),
    input: () =>
      tensor(
        [
          [1, 3],
          [0, 0],
          [2, 1],
        ],
        { dtype: "int32" },
      ),
  },
];
