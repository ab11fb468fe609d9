import {
  CAddTable,
  CAddTensorTable,
  CDivTable,
  CMaxTable,
  CMinTable,
  CMulTable,
  CosineDistance,
  CriterionTable,
  CSubTable,
  DotProduct,
  FlattenTable,
  GradientReversal,
  Identity,
  Index,
  JoinTable,
  MaskedSelect,
  MixtureTable,
  MM,
  MV,
  NarrowTable,
  PairwiseDistance,
  PrintSize,
  SelectTable,
  SplitTable,
  ZeroGrad,
  ZipTable,
  ZipTableOneToMany,
} from "@rushlight/containers";
import { ClassNLLCriterion } from "@rushlight/criterion";
import { randn, type Tensor, tensor } from "@rushlight/tensor";
import { batchless, inplace, ownGradient, type Row } from "./Row.ts";

/** Layers that take or give tables. */
export const tableRows: readonly Row[] = [
  { name: "Identity", module: () => new Identity(), input: () => randn(4, 3) },
  { name: "Identity of a table", module: () => new Identity(), input: () => [randn(4, 3), [randn(4)]], ...batchless },
  { name: "SelectTable", module: () => new SelectTable(1), input: () => [randn(4, 3), randn(4, 2)] },
  {
    name: "SelectTable of a table",
    module: () => new SelectTable(-1),
    input: () => [randn(2), [randn(4), randn(1)]],
    ...batchless,
  },
  { name: "PrintSize", module: () => new PrintSize("", { print: () => {} }), input: () => randn(4, 3) },
  { name: "ZeroGrad", module: () => new ZeroGrad(), input: () => randn(4, 3), ...ownGradient },
  {
    name: "ZeroGrad of a table",
    module: () => new ZeroGrad(),
    input: () => [randn(4, 3), [randn(4, 2)]],
    ...ownGradient,
  },
  { name: "GradientReversal", module: () => new GradientReversal(0.5), input: () => randn(4, 3), ...ownGradient },
  {
    name: "GradientReversal of a table",
    module: () => new GradientReversal(0.5),
    input: () => [randn(4, 3), [randn(4, 2)]],
    ...ownGradient,
  },
  { name: "CAddTable of one", module: () => new CAddTable(), input: () => [randn(4, 3)] },
  { name: "CAddTable of three", module: () => new CAddTable(), input: () => matrices(3) },
  { name: "CAddTable in place", module: () => new CAddTable({ inplace: true }), input: () => matrices(3), ...inplace },
  { name: "CSubTable", module: () => new CSubTable(), input: () => matrices(2) },
  { name: "CMulTable of one", module: () => new CMulTable(), input: () => [randn(4, 3)] },
  { name: "CMulTable of two", module: () => new CMulTable(), input: () => matrices(2) },
  { name: "CMulTable of four", module: () => new CMulTable(), input: () => matrices(4) },
  { name: "CDivTable", module: () => new CDivTable(), input: () => [randn(4, 3), randn(4, 3).abs().add(0.5)] },
  { name: "CMaxTable", module: () => new CMaxTable(), input: () => matrices(3) },
  { name: "CMaxTable of one", module: () => new CMaxTable(), input: () => [randn(4, 3)] },
  { name: "CMinTable", module: () => new CMinTable(), input: () => matrices(3) },
  { name: "CAddTensorTable", module: () => new CAddTensorTable(), input: () => [randn(4, 3), matrices(3)] },
  { name: "DotProduct of rows", module: () => new DotProduct(), input: () => matrices(2) },
  { name: "DotProduct of vectors", module: () => new DotProduct(), input: () => vectors(2), ...batchless },
  { name: "CosineDistance of rows", module: () => new CosineDistance(), input: () => matrices(2) },
  { name: "CosineDistance of vectors", module: () => new CosineDistance(), input: () => vectors(2), ...batchless },
  ...[1, 1.5, 2, 3].flatMap((norm): Row[] => [
    {
      name: `PairwiseDistance of rows, p = ${norm}`,
      module: () => new PairwiseDistance(norm),
      input: () => matrices(2),
      // The gradient has a distance in it that is too large by 1e-6.
      options: { tolerance: 1e-5 },
    },
    {
      name: `PairwiseDistance of vectors, p = ${norm}`,
      module: () => new PairwiseDistance(norm),
      input: () => vectors(2),
      options: { batch: false, tolerance: 1e-5 },
      skipped: ["batching"],
    },
  ]),
  { name: "MM", module: () => new MM(), input: () => [randn(4, 3), randn(3, 2)], ...batchless },
  { name: "MM of batches", module: () => new MM(), input: () => [randn(2, 4, 3), randn(2, 3, 2)] },
  {
    name: "MM of transposed matrices",
    module: () => new MM({ transA: true, transB: true }),
    input: () => [randn(3, 4), randn(2, 3)],
    ...batchless,
  },
  {
    name: "MM of batches, the first transposed",
    module: () => new MM({ transA: true }),
    input: () => [randn(2, 3, 4), randn(2, 3, 2)],
  },
  {
    name: "MM of batches, the second transposed",
    module: () => new MM({ transB: true }),
    input: () => [randn(2, 4, 3), randn(2, 2, 3)],
  },
  { name: "MV", module: () => new MV(), input: () => [randn(4, 3), randn(3)], ...batchless },
  { name: "MV of batches", module: () => new MV(), input: () => [randn(2, 4, 3), randn(2, 3)] },
  { name: "MV, transposed", module: () => new MV({ trans: true }), input: () => [randn(3, 4), randn(3)], ...batchless },
  {
    name: "MV of batches, transposed",
    module: () => new MV({ trans: true }),
    input: () => [randn(2, 3, 4), randn(2, 3)],
  },
  {
    name: "JoinTable of columns",
    module: () => new JoinTable(1),
    input: () => [randn(4, 3), randn(4, 2), randn(4, 1)],
    ...batchless,
  },
  { name: "JoinTable of rows", module: () => new JoinTable(0), input: () => [randn(4, 3), randn(2, 3)], ...batchless },
  {
    name: "JoinTable of samples",
    module: () => new JoinTable(0, { nInputDims: 2 }),
    input: () => [randn(4, 3, 2), randn(4, 1, 2)],
  },
  { name: "JoinTable from the end", module: () => new JoinTable(-1), input: () => [randn(4, 3), randn(4, 2)] },
  { name: "SplitTable of columns", module: () => new SplitTable(1), input: () => randn(4, 3, 2), ...batchless },
  { name: "SplitTable of rows", module: () => new SplitTable(0), input: () => randn(3, 2), ...batchless },
  {
    name: "SplitTable of samples",
    module: () => new SplitTable(0, { nInputDims: 2 }),
    input: () => randn(4, 3, 2),
  },
  {
    name: "NarrowTable",
    module: () => new NarrowTable(1, 2),
    input: () => [randn(4, 3), [randn(4, 2)], randn(4, 1), randn(4, 2)],
  },
  { name: "NarrowTable from the end", module: () => new NarrowTable(-2), input: () => matrices(3) },
  { name: "FlattenTable", module: () => new FlattenTable(), input: () => [randn(4, 3), [randn(4, 2), [randn(4, 1)]]] },
  { name: "ZipTable", module: () => new ZipTable(), input: () => [matrices(3), [randn(4, 1), ...matrices(2)]] },
  { name: "ZipTableOneToMany", module: () => new ZipTableOneToMany(), input: () => [randn(4, 2), matrices(3)] },
  {
    name: "ZipTableOneToMany of a table",
    module: () => new ZipTableOneToMany(),
    input: () => [matrices(2), [randn(4, 1), matrices(2)]],
  },
  {
    name: "MixtureTable of a table",
    module: () => new MixtureTable(),
    input: () => [randn(4, 3), [randn(4, 2), randn(4, 2), randn(4, 2)]],
  },
  {
    name: "MixtureTable of one sample",
    module: () => new MixtureTable(),
    input: () => [randn(2), [randn(3, 2), randn(3, 2)]],
    ...batchless,
  },
  { name: "MixtureTable of a tensor", module: () => new MixtureTable(), input: () => [randn(4, 3), randn(4, 3, 2)] },
  {
    name: "MixtureTable of a tensor, experts at the end",
    module: () => new MixtureTable(-1),
    input: () => [randn(4, 3), randn(4, 2, 2, 3)],
  },
  {
    name: "MixtureTable of a tensor and one sample",
    module: () => new MixtureTable(0),
    input: () => [randn(3), randn(3, 2)],
    ...batchless,
  },
  { name: "Index of rows", module: () => new Index(0), input: () => [randn(4, 3), indices([2, 0, 2])], ...batchless },
  {
    name: "Index of columns",
    module: () => new Index(-1),
    input: () => [randn(4, 3), indices([2, 2])],
    ...batchless,
  },
  {
    name: "MaskedSelect",
    module: () => new MaskedSelect(),
    input: () => [
      randn(2, 3),
      tensor(
        [
          [1, 0, 1],
          [0, 1, 1],
        ],
        { dtype: "uint8" },
      ),
    ],
    ...batchless,
  },
  {
    name: "CriterionTable of class labels",
    module: () => new CriterionTable(new ClassNLLCriterion()),
    input: () => [randn(3, 4), indices([1, 3, 0])],
    ...batchless,
  },
];

function matrices(count: number): Tensor[] {
  return Array.from({ length: count }, () => randn(4, 3));
}

function vectors(count: number): Tensor[] {
  return Array.from({ length: count }, () => randn(3));
}

function indices(values: number[]): Tensor {
  return tensor(values, { dtype: "int32" });
}
