import {
  Bottle,
  Concat,
  ConcatTable,
  CReLU,
  Decorator,
  DepthConcat,
  DontCast,
  Identity,
  MapTable,
  Maxout,
  NaN as NaNGuard,
  Parallel,
  ParallelTable,
  Profile,
  SelectTable,
  sequential,
  WeightNorm,
} from "@rushlight/containers";
import { CMul, Linear, SpatialConvolution, Sum, Tanh } from "@rushlight/layers";
import type { Table } from "@rushlight/module";
import { randn, type Tensor } from "@rushlight/tensor";
import { batchless, inplace, type Row } from "./Row.ts";

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
  {
    name: "ParallelTable of tables",
    module: () => new ParallelTable().add(new SelectTable(1)).add(new Linear(3, 2)),
    input: () => [[randn(4, 3), randn(4, 2)], randn(4, 3)],
  },
  {
    name: "Concat of a table",
    module: () =>
      new Concat<readonly [Tensor, Tensor]>(1).add(new SelectTable(0)).add(new SelectTable(1)).add(new SelectTable(0)),
    input: () => [randn(4, 3), randn(4, 2)],
    ...batchless,
  },
  {
    name: "ConcatTable",
    module: () => new ConcatTable().add(new Linear(3, 2)).add(new Tanh()).add(new Identity()),
    input: () => randn(4, 3),
  },
  {
    name: "ConcatTable of a table",
    module: () => new ConcatTable<Table>().add(new SelectTable(1)).add(new Identity()),
    input: () => [randn(4, 3), [randn(4, 2), randn(4, 1)]],
  },
  {
    name: "Parallel",
    module: () => new Parallel(1, 0).add(new Linear(3, 2)).add(new Linear(3, 2)),
    input: () => randn(4, 2, 3),
    ...batchless,
  },
  {
    name: "Parallel from the end, with a module to spare",
    module: () => new Parallel(-2, -1).add(new Linear(3, 2)).add(new Linear(3, 1)).add(new Linear(3, 4)),
    input: () => randn(4, 2, 3),
  },
  {
    name: "DepthConcat of images",
    module: () =>
      new DepthConcat(1)
        .add(new SpatialConvolution(2, 1, 1, 1))
        .add(new SpatialConvolution(2, 2, 3, 2))
        .add(new SpatialConvolution(2, 1, 4, 3)),
    input: () => randn(2, 2, 4, 5),
    ...batchless,
  },
  {
    name: "DepthConcat of one image",
    module: () => new DepthConcat(0).add(new SpatialConvolution(1, 1, 2, 2)).add(new SpatialConvolution(1, 2, 1, 1)),
    input: () => randn(1, 3, 4),
    ...batchless,
  },
  { name: "MapTable", module: () => new MapTable(new Linear(3, 2)), input: () => [randn(4, 3), randn(4, 3)] },
  {
    name: "MapTable of one",
    module: () => new MapTable(sequential(new Linear(3, 2), new Tanh())),
    input: () => [randn(4, 3)],
  },
  {
    name: "MapTable with parameters of their own",
    // The copies are there from the beginning, so that a check of the parameters sees them.
    module: () => new MapTable(new Linear(3, 2), { shared: false }).resize(3),
    input: () => [randn(4, 3), randn(4, 3), randn(4, 3)],
  },
  { name: "Decorator", module: () => new Decorator(new Linear(3, 2)), input: () => randn(4, 3) },
  {
    name: "Decorator of a table",
    module: () => new Decorator(new SelectTable(1)),
    input: () => [randn(4, 2), randn(4, 3)],
  },
  { name: "Bottle", module: () => new Bottle(new Linear(3, 2)), input: () => randn(4, 2, 3) },
  { name: "Bottle that passes through", module: () => new Bottle(new Linear(3, 2)), input: () => randn(4, 3) },
  {
    name: "Bottle of a module that takes a dimension away",
    module: () => new Bottle(new Sum(1), 2, 1),
    input: () => randn(4, 2, 2, 3),
  },
  { name: "NaN", module: () => new NaNGuard(sequential(new Linear(3, 2), new Tanh()), 1), input: () => randn(4, 3) },
  { name: "Profile", module: () => new Profile(new Linear(3, 2), 1000), input: () => randn(4, 3) },
  {
    name: "DontCast that casts",
    module: () => new DontCast(new Tanh().double(), { castIn: true }),
    input: () => randn(4, 3),
  },
  {
    name: "DontCast that casts tables",
    module: () => new DontCast(new ParallelTable().add(new Tanh()).add(new Identity()).double(), { castIn: true }),
    input: () => [randn(4, 3), randn(4, 2)],
  },
  { name: "WeightNorm of a Linear", module: () => new WeightNorm(new Linear(3, 2)), input: () => randn(4, 3) },
  {
    name: "WeightNorm along the other dimension",
    module: () => new WeightNorm(new Linear(3, 2), -1),
    input: () => randn(4, 3),
  },
  {
    name: "WeightNorm of a convolution without bias",
    module: () => new WeightNorm(new SpatialConvolution(2, 2, 2, 2, 1, 1, 0, 0, { bias: false })),
    input: () => randn(2, 2, 3, 3),
  },
  { name: "CReLU of rows", module: () => new CReLU(1), input: () => randn(4, 3) },
  { name: "CReLU of one image", module: () => new CReLU(3), input: () => randn(2, 3, 2), ...batchless },
  { name: "CReLU of images", module: () => new CReLU(3), input: () => randn(4, 2, 3, 2) },
  { name: "CReLU in place", module: () => new CReLU(1, { inplace: true }), input: () => randn(4, 3), ...inplace },
  { name: "Maxout", module: () => new Maxout(3, 2, 2), input: () => randn(4, 3) },
  { name: "Maxout of one sample", module: () => new Maxout(3, 2, 3, new Tanh()), input: () => randn(3), ...batchless },
];
