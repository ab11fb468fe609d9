import {
  Abs,
  Clamp,
  ELU,
  Exp,
  GatedLinearUnit,
  HardShrink,
  HardTanh,
  LeakyReLU,
  Log,
  LogSigmoid,
  LogSoftMax,
  Power,
  PReLU,
  ReLU,
  ReLU6,
  RReLU,
  Sigmoid,
  SoftMax,
  SoftMin,
  SoftPlus,
  SoftShrink,
  SoftSign,
  SpatialLogSoftMax,
  SpatialSoftMax,
  Sqrt,
  Square,
  Tanh,
  TanhShrink,
  Threshold,
} from "@rushlight/layers";
import type { AnyModule } from "@rushlight/module";
import { rand, randn, type Tensor } from "@rushlight/tensor";
import { batchless, inplace, type Row } from "./Row.ts";

/** Functions of each element, with one form each. */
const elementRows: readonly Row[] = [
  new Abs(),
  new Clamp(-0.5, 0.8),
  new ELU(),
  new Exp(),
  new HardShrink(),
  new HardTanh(),
  new LeakyReLU(),
  new LogSigmoid(),
  new Power(3),
  new ReLU(),
  new ReLU6(),
  new Sigmoid(),
  new SoftPlus(),
  new SoftShrink(),
  new SoftSign(),
  new Square(),
  new Tanh(),
  new TanhShrink(),
  new Threshold(0.3, -1),
].flatMap((module) => [
  { name: `${module.constructor.name} of samples`, module: () => module, input: () => randn(4, 3, 2) },
  { name: `${module.constructor.name} of a vector`, module: () => module, input: () => randn(5), ...batchless },
]);

/** Functions of positive elements. */
const positiveRows: readonly Row[] = [new Log(), new Power(-1.5), new Sqrt()].map((module) => ({
  name: `${module.constructor.name} of positive elements`,
  module: () => module,
  input: () => positive(rand(4, 3)),
}));

/** Functions in place. */
const inplaceRows: readonly Row[] = [
  new ELU(0.5, { inplace: true }),
  new HardTanh(-0.5, 0.7, { inplace: true }),
  new LeakyReLU(0.1, { inplace: true }),
  new ReLU({ inplace: true }),
  new ReLU6({ inplace: true }),
  new Threshold(0.3, -1, { inplace: true }),
].map((module) => ({
  name: `${module.constructor.name} in place`,
  module: () => module,
  input: () => randn(4, 3),
  ...inplace,
}));

/** Functions of rows. */
const rowRows: readonly Row[] = [
  new LogSoftMax(),
  new SoftMax(),
  new SoftMin(),
  new SpatialLogSoftMax(),
  new SpatialSoftMax(),
].flatMap((module) => [
  rowsOf(module, "a vector", () => randn(5), batchless),
  rowsOf(module, "rows", () => randn(4, 3)),
  rowsOf(module, "pixels", () => randn(3, 2, 2), batchless),
  rowsOf(module, "images", () => randn(2, 3, 2, 2)),
]);

/** Transfer functions. */
export const transferRows: readonly Row[] = [
  ...elementRows,
  ...positiveRows,
  ...inplaceRows,
  ...rowRows,
  { name: "ELU with an alpha", module: () => new ELU(0.5), input: () => randn(4, 3) },
  { name: "GatedLinearUnit of rows", module: () => new GatedLinearUnit(), input: () => randn(4, 6) },
  {
    name: "GatedLinearUnit of planes",
    module: () => new GatedLinearUnit(1),
    input: () => randn(2, 4, 3),
    ...batchless,
  },
  { name: "GatedLinearUnit of samples", module: () => new GatedLinearUnit(0), input: () => randn(4, 3), ...batchless },
  { name: "GatedLinearUnit of a vector", module: () => new GatedLinearUnit(), input: () => randn(4), ...batchless },
  { name: "HardShrink with a lambda", module: () => new HardShrink(0.25), input: () => randn(4, 3) },
  { name: "HardTanh between bounds", module: () => new HardTanh(-0.5, 0.7), input: () => randn(4, 3) },
  { name: "LeakyReLU with a negative slope", module: () => new LeakyReLU(-0.5), input: () => randn(4, 3) },
  { name: "PReLU with one slope", module: () => new PReLU(), input: () => randn(4, 3) },
  { name: "PReLU of one plane", module: () => new PReLU(1), input: () => randn(4, 1) },
  { name: "PReLU of a vector", module: () => new PReLU(4), input: () => randn(4), ...batchless },
  { name: "PReLU of rows", module: () => new PReLU(3), input: () => randn(4, 3) },
  { name: "PReLU of sequences", module: () => new PReLU(3), input: () => randn(4, 3, 2), ...batchless },
  { name: "PReLU of images", module: () => new PReLU(3), input: () => randn(2, 3, 2, 2), ...batchless },
  { name: "RReLU", module: () => new RReLU(), input: () => randn(4, 3), ...batchless },
  {
    name: "RReLU in place",
    module: () => new RReLU(0.1, 0.5, { inplace: true }),
    input: () => randn(4, 3),
    ...inplace,
  },
  { name: "RReLU with one slope", module: () => new RReLU(0.25, 0.25), input: () => randn(4, 3) },
  { name: "RReLU in evaluation", module: () => new RReLU().evaluate(), input: () => randn(4, 3) },
  { name: "SoftPlus with a beta", module: () => new SoftPlus(2.5), input: () => randn(4, 3) },
  { name: "SoftShrink with a lambda", module: () => new SoftShrink(0.25), input: () => randn(4, 3) },
];

function rowsOf(module: AnyModule, what: string, input: () => Tensor, form: Partial<Row> = {}): Row {
  return { name: `${module.constructor.name} of ${what}`, module: () => module, input, ...form };
}

function positive(tensor: Tensor): Tensor {
  return tensor.add(0.5);
}
