import {
  addbmm,
  addmm,
  addmv,
  addr,
  baddbmm,
  bmm,
  type DType,
  dot,
  ger,
  mm,
  mv,
  type Tensor,
} from "../../src/index.ts";
import type { Draw } from "./Draw.ts";
import type { Operation } from "./Operation.ts";

const floats: readonly DType[] = ["float64", "float32"];

/** The sizes m, k, n of a product, and b of a batch. */
function extents(draw: Draw): [m: number, k: number, n: number, b: number] {
  return [draw.integer(1, 9), draw.integer(1, 9), draw.integer(1, 9), draw.integer(1, 3)];
}

function matrices(draw: Draw): Tensor[] {
  const [m, k, n] = extents(draw);
  return [draw.tensor([m, k]), draw.tensor([k, n])];
}

function matrixAndVector(draw: Draw): Tensor[] {
  const [m, k] = extents(draw);
  return [draw.tensor([m, k]), draw.tensor([k])];
}

function vectors(draw: Draw): Tensor[] {
  const [m, , n] = extents(draw);
  return [draw.tensor([m]), draw.tensor([n])];
}

function batches(draw: Draw): Tensor[] {
  const [m, k, n, b] = extents(draw);
  return [draw.tensor([b, m, k]), draw.tensor([b, k, n])];
}

/** Operands with what their product is added to in front. */
function accumulated(operands: (draw: Draw) => Tensor[], product: (a: Tensor, b: Tensor) => Tensor) {
  return (draw: Draw): readonly Tensor[] => {
    const [a, b] = operands(draw);
    return [draw.tensor(product(a, b).size()), a, b];
  };
}

const summed = (a: Tensor, b: Tensor): Tensor => bmm(a, b).select(0, 0);
const shared = { dtypes: floats, sums: true };
const functions = { ...shared, takesOut: true };
const scalars = { beta: 0.5, alpha: 2 };

/** Every product. */
export const productOperations: readonly Operation[] = [
  {
    ...shared,
    name: "x.dot(y)",
    operands: (draw) => {
      const size = draw.size();
      return [draw.tensor(size), draw.tensor(size)];
    },
    run: ([x, y]) => x.dot(y),
  },
  {
    ...shared,
    name: "dot(x, y)",
    operands: (draw) => [draw.tensor([5]), draw.tensor([5])],
    run: ([x, y]) => dot(x, y),
  },
  { ...functions, name: "mm(a, b)", operands: matrices, run: ([a, b], options) => mm(a, b, options) },
  { ...functions, name: "mv(a, x)", operands: matrixAndVector, run: ([a, x], options) => mv(a, x, options) },
  { ...functions, name: "ger(x, y)", operands: vectors, run: ([x, y], options) => ger(x, y, options) },
  { ...functions, name: "bmm(a, b)", operands: batches, run: ([a, b], options) => bmm(a, b, options) },
  {
    ...shared,
    name: "m.addmm(beta, alpha, a, b)",
    operands: accumulated(matrices, mm),
    run: ([m, a, b]) => m.addmm(0.5, 2, a, b),
  },
  {
    ...functions,
    name: "addmm(m, a, b, scalars)",
    operands: accumulated(matrices, mm),
    run: ([m, a, b], options) => addmm(m, a, b, { ...scalars, ...options }),
  },
  {
    ...shared,
    name: "y.addmv(beta, alpha, a, x)",
    operands: accumulated(matrixAndVector, mv),
    run: ([y, a, x]) => y.addmv(0.5, 2, a, x),
  },
  {
    ...functions,
    name: "addmv(y, a, x, scalars)",
    operands: accumulated(matrixAndVector, mv),
    run: ([y, a, x], options) => addmv(y, a, x, { ...scalars, ...options }),
  },
  {
    ...shared,
    name: "m.addr(beta, alpha, x, y)",
    operands: accumulated(vectors, ger),
    run: ([m, x, y]) => m.addr(0.5, 2, x, y),
  },
  {
    ...functions,
    name: "addr(m, x, y, scalars)",
    operands: accumulated(vectors, ger),
    run: ([m, x, y], options) => addr(m, x, y, { ...scalars, ...options }),
  },
  {
    ...shared,
    name: "m.baddbmm(beta, alpha, a, b)",
    operands: accumulated(batches, bmm),
    run: ([m, a, b]) => m.baddbmm(0.5, 2, a, b),
  },
  {
    ...functions,
    name: "baddbmm(m, a, b, scalars)",
    operands: accumulated(batches, bmm),
    run: ([m, a, b], options) => baddbmm(m, a, b, { ...scalars, ...options }),
  },
  {
    ...shared,
    name: "m.addbmm(beta, alpha, a, b)",
    operands: accumulated(batches, summed),
    run: ([m, a, b]) => m.addbmm(0.5, 2, a, b),
  },
  {
    ...functions,
    name: "addbmm(m, a, b, scalars)",
    operands: accumulated(batches, summed),
    run: ([m, a, b], options) => addbmm(m, a, b, { ...scalars, ...options }),
  },
];
