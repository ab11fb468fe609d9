import { cat, repeatTensor, reshape, stack } from "../../src/index.ts";
import type { Operation } from "./Operation.ts";

const anyDType = ["float64", "float32", "int32", "uint8"] as const;

/** Parts, repetitions and joins. */
export const partsOperations: readonly Operation[] = [
  {
    name: "x.slice(i, [from, to], null)",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor([draw.integer(1, 4), draw.integer(2, 4), draw.integer(1, 4)])],
    run: ([x]) => x.slice(-1, [1, x.size(1)]),
  },
  {
    name: "x.slice([from, to, step])",
    operands: (draw) => [draw.tensor([draw.integer(3, 7), draw.integer(1, 4)])],
    run: ([x]) => x.slice([1, -1, 2]),
  },
  {
    name: "x.slices(dimension)",
    operands: (draw) => [draw.tensor(draw.size(draw.integer(2, 4)))],
    run: ([x]) => [...x.slices(), ...x.slices(-1)],
  },
  {
    name: "x.split(size, dimension)",
    operands: (draw) => [draw.tensor()],
    run: ([x]) => [...x.split(2), ...x.split(3, -1)],
  },
  {
    name: "x.chunk(count, dimension)",
    operands: (draw) => [draw.tensor()],
    run: ([x]) => [...x.chunk(2), ...x.chunk(3, -1)],
  },
  {
    name: "x.unfold(dimension, size, step)",
    operands: (draw) => [draw.tensor([draw.integer(1, 3), draw.integer(3, 6), draw.integer(1, 3)])],
    run: ([x]) => x.unfold(1, 2, 2),
  },
  {
    name: "x.reshape(...sizes)",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor()],
    run: ([x]) => x.reshape(-1, 1),
  },
  {
    name: "reshape(x, size)",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor()],
    run: ([x], options) => reshape(x, [x.size(-1), -1], options),
    takesOut: true,
  },
  {
    name: "x.repeatTensor(...counts)",
    operands: (draw) => [draw.tensor(draw.size(2))],
    run: ([x]) => x.repeatTensor(2, 1, 3),
  },
  {
    name: "repeatTensor(x, counts)",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor(draw.size(2))],
    run: ([x], options) => repeatTensor(x, [2, 3], options),
    takesOut: true,
  },
  {
    name: "cat(tensors, dimension)",
    dtypes: anyDType,
    operands: (draw) => {
      const [outer, inner] = [draw.integer(1, 3), draw.integer(1, 3)];
      return [1, 2, 3].map(() => draw.tensor([outer, draw.integer(1, 3), inner]));
    },
    run: (tensors, options) => cat(tensors, 1, options),
    takesOut: true,
  },
  {
    name: "cat([matrix, vector])",
    operands: (draw) => {
      const rows = draw.integer(1, 4);
      return [draw.tensor([rows, draw.integer(1, 4)]), draw.tensor([rows])];
    },
    run: (tensors, options) => cat(tensors, undefined, options),
    takesOut: true,
  },
  {
    name: "stack(tensors, dimension)",
    dtypes: anyDType,
    operands: (draw) => {
      const size = draw.size();
      return [draw.tensor(size), draw.tensor(size)];
    },
    run: (tensors, options) => stack(tensors, -1, options),
    takesOut: true,
  },
];
