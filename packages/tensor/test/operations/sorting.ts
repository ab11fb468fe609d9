import { dtypes, kthvalue, median, mode, sort, type Tensor, topk } from "../../src/index.ts";
import type { Draw } from "./Draw.ts";
import type { Operation } from "./Operation.ts";

const cube = (draw: Draw): Tensor[] => [draw.tensor(draw.size(3, 6)).apply((x) => Math.round(x))];
const long = (draw: Draw): Tensor[] => [draw.tensor([2, 40]).apply((x) => Math.round(x))];

/** Sorting and order statistics, of elements many of which are equal. */
export const sortingOperations: readonly Operation[] = [
  { name: "x.sort(-1)", dtypes: dtypes, operands: cube, run: ([x], options) => x.sort(-1, options), takesOut: true },
  { name: "sort(x, -1)", dtypes: dtypes, operands: cube, run: ([x], options) => sort(x, -1, options), takesOut: true },
  {
    name: "x.sort(0, { descending: true })",
    dtypes: dtypes,
    operands: cube,
    run: ([x], options) => x.sort(0, { ...options, descending: true }),
    takesOut: true,
  },
  {
    name: "sort(x, 0, { descending: true })",
    dtypes: dtypes,
    operands: cube,
    run: ([x], options) => sort(x, 0, { ...options, descending: true }),
    takesOut: true,
  },
  { name: "x.sort(1)", dtypes: dtypes, operands: long, run: ([x], options) => x.sort(1, options), takesOut: true },
  { name: "sort(x, 1)", dtypes: dtypes, operands: long, run: ([x], options) => sort(x, 1, options), takesOut: true },
  {
    name: "x.topk(3, 1)",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => x.topk(3, 1, options),
    takesOut: true,
  },
  {
    name: "topk(x, 3, 1)",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => topk(x, 3, 1, options),
    takesOut: true,
  },
  {
    name: "x.topk(2, 0, { largest: true })",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => x.topk(2, 0, { ...options, largest: true }),
    takesOut: true,
  },
  {
    name: "topk(x, 2, 0, { largest: true })",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => topk(x, 2, 0, { ...options, largest: true }),
    takesOut: true,
  },
  {
    name: "x.topk(5, 1, { largest: true, sorted: true })",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => x.topk(5, 1, { ...options, largest: true, sorted: true }),
    takesOut: true,
  },
  {
    name: "topk(x, 5, 1, { largest: true, sorted: true })",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => topk(x, 5, 1, { ...options, largest: true, sorted: true }),
    takesOut: true,
  },
  {
    name: "x.kthvalue(7, 1)",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => x.kthvalue(7, 1, options),
    takesOut: true,
  },
  {
    name: "kthvalue(x, 7, 1)",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => kthvalue(x, 7, 1, options),
    takesOut: true,
  },
  {
    name: "x.kthvalue(0, 1, { keepDim: false })",
    dtypes: dtypes,
    operands: cube,
    run: ([x], options) => x.kthvalue(0, 1, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "kthvalue(x, 0, 1, { keepDim: false })",
    dtypes: dtypes,
    operands: cube,
    run: ([x], options) => kthvalue(x, 0, 1, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "x.median(-1)",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => x.median(-1, options),
    takesOut: true,
  },
  {
    name: "median(x, -1)",
    dtypes: dtypes,
    operands: long,
    run: ([x], options) => median(x, -1, options),
    takesOut: true,
  },
  {
    name: "x.median(0, { keepDim: false })",
    dtypes: dtypes,
    operands: cube,
    run: ([x], options) => x.median(0, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "median(x, 0, { keepDim: false })",
    dtypes: dtypes,
    operands: cube,
    run: ([x], options) => median(x, 0, { ...options, keepDim: false }),
    takesOut: true,
  },
  { name: "x.mode(-1)", dtypes: dtypes, operands: long, run: ([x], options) => x.mode(-1, options), takesOut: true },
  { name: "mode(x, -1)", dtypes: dtypes, operands: long, run: ([x], options) => mode(x, -1, options), takesOut: true },
  {
    name: "x.mode(0, { keepDim: false })",
    dtypes: dtypes,
    operands: cube,
    run: ([x], options) => x.mode(0, { ...options, keepDim: false }),
    takesOut: true,
  },
  {
    name: "mode(x, 0, { keepDim: false })",
    dtypes: dtypes,
    operands: cube,
    run: ([x], options) => mode(x, 0, { ...options, keepDim: false }),
    takesOut: true,
  },
];
