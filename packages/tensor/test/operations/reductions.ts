import { all, any, dtypes, equal, max, mean, min, prod, sum, type Tensor } from "../../src/index.ts";
import type { Draw } from "./Draw.ts";
import type { Operation } from "./Operation.ts";

const floats = ["float64", "float32"] as const;
const some = ["float64", "float32", "int32", "uint8"] as const;

const one = (draw: Draw): Tensor[] => [draw.tensor()];
const cube = (draw: Draw): Tensor[] => [draw.tensor(draw.size(3, 6))];
const truths = (draw: Draw): Tensor[] => [draw.tensor(draw.size(3), 0, 2).apply((x) => (x < 1 ? 0 : x))];

/** Reductions. */
export const reductionOperations: readonly Operation[] = [
  { name: "x.sum()", dtypes: dtypes, operands: one, run: ([x]) => x.sum(), sums: true },
  { name: "sum(x)", dtypes: dtypes, operands: one, run: ([x]) => sum(x), sums: true },
  { name: "x.sum(0)", dtypes: some, operands: cube, run: ([x], options) => x.sum(0, options), takesOut: true },
  { name: "sum(x, 0)", dtypes: some, operands: cube, run: ([x], options) => sum(x, 0, options), takesOut: true },
  { name: "x.sum(1)", dtypes: some, operands: cube, run: ([x], options) => x.sum(1, options), takesOut: true },
  { name: "sum(x, 1)", dtypes: some, operands: cube, run: ([x], options) => sum(x, 1, options), takesOut: true },
  {
    name: "x.sum(-1, { keepDim: false })",
    dtypes: some,
    operands: cube,
    run: ([x], options) => x.sum(-1, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "sum(x, -1, { keepDim: false })",
    dtypes: some,
    operands: cube,
    run: ([x], options) => sum(x, -1, { ...options, keepDim: false }),
    takesOut: true,
  },
  { name: "x.prod()", dtypes: dtypes, operands: one, run: ([x]) => x.prod(), sums: true },
  { name: "prod(x)", dtypes: dtypes, operands: one, run: ([x]) => prod(x), sums: true },
  { name: "x.prod(1)", dtypes: some, operands: cube, run: ([x], options) => x.prod(1, options), takesOut: true },
  { name: "prod(x, 1)", dtypes: some, operands: cube, run: ([x], options) => prod(x, 1, options), takesOut: true },
  { name: "x.mean()", dtypes: dtypes, operands: one, run: ([x]) => x.mean(), sums: true },
  { name: "mean(x)", dtypes: dtypes, operands: one, run: ([x]) => mean(x), sums: true },
  { name: "x.mean(0)", dtypes: floats, operands: cube, run: ([x], options) => x.mean(0, options), takesOut: true },
  { name: "mean(x, 0)", dtypes: floats, operands: cube, run: ([x], options) => mean(x, 0, options), takesOut: true },
  {
    name: "x.mean(1, { keepDim: false })",
    dtypes: floats,
    operands: cube,
    run: ([x], options) => x.mean(1, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "mean(x, 1, { keepDim: false })",
    dtypes: floats,
    operands: cube,
    run: ([x], options) => mean(x, 1, { ...options, keepDim: false }),
    takesOut: true,
  },
  { name: "x.max()", dtypes: dtypes, operands: one, run: ([x]) => x.max() },
  { name: "max(x)", dtypes: dtypes, operands: one, run: ([x]) => max(x) },
  { name: "x.max(0)", dtypes: some, operands: cube, run: ([x], options) => x.max(0, options), takesOut: true },
  { name: "max(x, 0)", dtypes: some, operands: cube, run: ([x], options) => max(x, 0, options), takesOut: true },
  {
    name: "x.max(1, { keepDim: false })",
    dtypes: some,
    operands: cube,
    run: ([x], options) => x.max(1, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "max(x, 1, { keepDim: false })",
    dtypes: some,
    operands: cube,
    run: ([x], options) => max(x, 1, { ...options, keepDim: false }),
    takesOut: true,
  },
  { name: "x.min()", dtypes: dtypes, operands: one, run: ([x]) => x.min() },
  { name: "min(x)", dtypes: dtypes, operands: one, run: ([x]) => min(x) },
  { name: "x.min(0)", dtypes: some, operands: cube, run: ([x], options) => x.min(0, options), takesOut: true },
  { name: "min(x, 0)", dtypes: some, operands: cube, run: ([x], options) => min(x, 0, options), takesOut: true },
  {
    name: "x.min(1, { keepDim: false })",
    dtypes: some,
    operands: cube,
    run: ([x], options) => x.min(1, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "min(x, 1, { keepDim: false })",
    dtypes: some,
    operands: cube,
    run: ([x], options) => min(x, 1, { ...options, keepDim: false }),
    takesOut: true,
  },
  { name: "x.all()", dtypes: some, operands: truths, run: ([x]) => x.all() },
  { name: "all(x)", dtypes: some, operands: truths, run: ([x]) => all(x) },
  { name: "x.all(0)", dtypes: some, operands: truths, run: ([x], options) => x.all(0, options), takesOut: true },
  { name: "all(x, 0)", dtypes: some, operands: truths, run: ([x], options) => all(x, 0, options), takesOut: true },
  {
    name: "x.all(2, { keepDim: false })",
    dtypes: some,
    operands: truths,
    run: ([x], options) => x.all(2, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "all(x, 2, { keepDim: false })",
    dtypes: some,
    operands: truths,
    run: ([x], options) => all(x, 2, { ...options, keepDim: false }),
    takesOut: true,
  },
  { name: "x.any()", dtypes: some, operands: truths, run: ([x]) => x.any() },
  { name: "any(x)", dtypes: some, operands: truths, run: ([x]) => any(x) },
  { name: "x.any(0)", dtypes: some, operands: truths, run: ([x], options) => x.any(0, options), takesOut: true },
  { name: "any(x, 0)", dtypes: some, operands: truths, run: ([x], options) => any(x, 0, options), takesOut: true },
  {
    name: "x.any(2, { keepDim: false })",
    dtypes: some,
    operands: truths,
    run: ([x], options) => x.any(2, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "any(x, 2, { keepDim: false })",
    dtypes: some,
    operands: truths,
    run: ([x], options) => any(x, 2, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "x.equal(y)",
    dtypes: some,
    operands: (draw) => {
      const x = draw.tensor();
      return [x, x.clone()];
    },
    run: ([x, y]) => x.equal(y),
  },
  {
    name: "equal(x, y)",
    dtypes: some,
    operands: (draw) => {
      const x = draw.tensor([2, 2]);
      return [x, x.clone().fill(9)];
    },
    run: ([x, y]) => equal(x, y),
  },
];
