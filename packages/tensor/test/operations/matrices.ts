import { cross, diag, trace, tril, triu } from "../../src/index.ts";
import type { Draw } from "./Draw.ts";
import type { Operation } from "./Operation.ts";

const anyDType = ["float64", "float32", "int32", "uint8"] as const;

const matrix = (draw: Draw) => [draw.tensor(draw.size(2, 5))];
const vectors = (draw: Draw) => {
  const size = [draw.integer(1, 2), 3, draw.integer(1, 4)];
  return [draw.tensor(size), draw.tensor(size)];
};

/** Diagonals and triangles of matrices, and the cross product. */
export const matricesOperations: readonly Operation[] = [
  { name: "x.diag()", dtypes: anyDType, operands: matrix, run: ([x], options) => x.diag(0, options), takesOut: true },
  {
    name: "diag(vector, k)",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor(draw.size(1))],
    run: ([x], options) => diag(x, -1, options),
    takesOut: true,
  },
  { name: "x.tril(k)", dtypes: anyDType, operands: matrix, run: ([x], options) => x.tril(1, options), takesOut: true },
  { name: "tril(x)", operands: matrix, run: ([x], options) => tril(x, 0, options), takesOut: true },
  { name: "x.triu(k)", dtypes: anyDType, operands: matrix, run: ([x], options) => x.triu(-1, options), takesOut: true },
  { name: "triu(x)", operands: matrix, run: ([x], options) => triu(x, 0, options), takesOut: true },
  { name: "x.trace()", dtypes: anyDType, operands: matrix, run: ([x]) => x.trace(), sums: true },
  { name: "trace(x)", operands: matrix, run: ([x]) => trace(x), sums: true },
  {
    name: "x.cross(y, dimension)",
    dtypes: anyDType,
    operands: vectors,
    run: ([x, y], options) => x.cross(y, 1, options),
    takesOut: true,
  },
  {
    name: "cross(x, y)",
    operands: vectors,
    run: ([x, y], options) => cross(x, y, undefined, options),
    takesOut: true,
  },
];
