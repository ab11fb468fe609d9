import {
  gather,
  index,
  indexAdd,
  indexCopy,
  indexFill,
  maskedCopy,
  maskedFill,
  maskedSelect,
  nonzero,
  scatter,
  scatterAdd,
  type Tensor,
} from "../../src/index.ts";
import type { Draw } from "./Draw.ts";
import type { Operation } from "./Operation.ts";

const anyDType = ["float64", "float32", "int32", "uint8"] as const;

/** A tensor of three dimensions, a vector of indices into the second, and slices for them. Half the rows are long. */
function slices(draw: Draw): Tensor[] {
  const [rows, extent, count] = [draw.integer(1, 3), draw.integer(1, 4), draw.integer(1, 5)];
  const columns = draw.integer(0, 1) === 0 ? draw.integer(1, 4) : draw.integer(10, 40);
  return [draw.tensor([rows, extent, columns]), draw.indices([count], extent), draw.tensor([rows, count, columns])];
}

/** A matrix, indices into its columns, and as many elements. */
function lines(draw: Draw): Tensor[] {
  const [rows, extent, count] = [draw.integer(1, 4), draw.integer(1, 4), draw.integer(1, 5)];
  return [draw.tensor([rows, extent]), draw.indices([rows, count], extent), draw.tensor([rows, count])];
}

function masked(draw: Draw): Tensor[] {
  const size = draw.size();
  return [draw.tensor(size), draw.mask(size)];
}

function maskedAndSource(draw: Draw): Tensor[] {
  const [x, mask] = masked(draw);
  return [x, mask, draw.tensor([2, x.nElement()])];
}

/** Reading and writing by indices and masks. */
export const indexingOperations: readonly Operation[] = [
  {
    name: "x.index(1, indices)",
    dtypes: anyDType,
    operands: (draw) => slices(draw).slice(0, 2),
    run: ([x, indices], options) => x.index(1, indices.to("int32"), options),
    takesOut: true,
  },
  {
    name: "index(x, 0, indices)",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor([4]), draw.indices([6], 4)],
    run: ([x, indices], options) => index(x, 0, indices.to("int32"), options),
    takesOut: true,
  },
  {
    name: "x.indexCopy(1, indices, source)",
    dtypes: anyDType,
    operands: slices,
    run: ([x, indices, source]) => x.indexCopy(1, indices.to("int32"), source),
  },
  {
    name: "indexCopy(x, 1, indices, source)",
    dtypes: anyDType,
    operands: slices,
    run: ([x, indices, source], options) => indexCopy(x, 1, indices.to("int32"), source, options),
    takesOut: true,
  },
  {
    name: "x.indexAdd(1, indices, source)",
    dtypes: anyDType,
    operands: slices,
    run: ([x, indices, source]) => x.indexAdd(1, indices.to("int32"), source),
  },
  {
    name: "indexAdd(x, 1, indices, source)",
    dtypes: anyDType,
    operands: slices,
    run: ([x, indices, source], options) => indexAdd(x, 1, indices.to("int32"), source, options),
    takesOut: true,
  },
  {
    name: "x.indexFill(1, indices, v)",
    dtypes: anyDType,
    operands: (draw) => slices(draw).slice(0, 2),
    run: ([x, indices]) => x.indexFill(1, indices.to("int32"), 7),
  },
  {
    name: "indexFill(x, 1, indices, v)",
    dtypes: anyDType,
    operands: (draw) => slices(draw).slice(0, 2),
    run: ([x, indices], options) => indexFill(x, 1, indices.to("int32"), 7, options),
    takesOut: true,
  },
  {
    name: "x.gather(1, indices)",
    dtypes: anyDType,
    operands: (draw) => lines(draw).slice(0, 2),
    run: ([x, indices], options) => x.gather(1, indices.to("int32"), options),
    takesOut: true,
  },
  {
    name: "gather(x, 1, indices)",
    operands: (draw) => lines(draw).slice(0, 2),
    run: ([x, indices], options) => gather(x, 1, indices.to("int32"), options),
    takesOut: true,
  },
  {
    name: "x.scatter(1, indices, source)",
    dtypes: anyDType,
    operands: lines,
    run: ([x, indices, source]) => x.scatter(1, indices.to("int32"), source),
  },
  {
    name: "x.scatter(1, indices, v)",
    dtypes: anyDType,
    operands: (draw) => lines(draw).slice(0, 2),
    run: ([x, indices]) => x.scatter(1, indices.to("int32"), 7),
  },
  {
    name: "scatter(x, 1, indices, source)",
    dtypes: anyDType,
    operands: lines,
    run: ([x, indices, source], options) => scatter(x, 1, indices.to("int32"), source, options),
    takesOut: true,
  },
  {
    name: "x.scatterAdd(1, indices, source)",
    dtypes: anyDType,
    operands: lines,
    run: ([x, indices, source]) => x.scatterAdd(1, indices.to("int32"), source),
  },
  {
    name: "scatterAdd(x, 1, indices, source)",
    dtypes: anyDType,
    operands: lines,
    run: ([x, indices, source], options) => scatterAdd(x, 1, indices.to("int32"), source, options),
    takesOut: true,
  },
  {
    name: "x.maskedSelect(mask)",
    dtypes: anyDType,
    operands: masked,
    run: ([x, mask], options) => x.maskedSelect(mask.to("uint8"), options),
    takesOut: true,
  },
  {
    name: "maskedSelect(x, mask)",
    operands: masked,
    run: ([x, mask], options) => maskedSelect(x, mask.to("uint8"), options),
    takesOut: true,
  },
  {
    name: "x.maskedFill(mask, v)",
    dtypes: anyDType,
    operands: masked,
    run: ([x, mask]) => x.maskedFill(mask.to("uint8"), 7),
  },
  {
    name: "maskedFill(x, mask, v)",
    dtypes: anyDType,
    operands: masked,
    run: ([x, mask], options) => maskedFill(x, mask.to("uint8"), 7, options),
    takesOut: true,
  },
  {
    name: "x.maskedCopy(mask, source)",
    dtypes: anyDType,
    operands: maskedAndSource,
    run: ([x, mask, source]) => x.maskedCopy(mask.to("uint8"), source),
  },
  {
    name: "maskedCopy(x, mask, source)",
    dtypes: anyDType,
    operands: maskedAndSource,
    run: ([x, mask, source], options) => maskedCopy(x, mask.to("uint8"), source, options),
    takesOut: true,
  },
  {
    name: "x.nonzero()",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor(draw.size(), -1, 1)],
    run: ([x], options) => x.nonzero(options),
    takesOut: true,
  },
  {
    name: "nonzero(x)",
    dtypes: ["uint8"],
    operands: (draw) => [draw.mask(draw.size())],
    run: ([x], options) => nonzero(x, options),
    takesOut: true,
  },
  {
    name: "x.put(indices, v)",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor()],
    run: ([x]) =>
      x.put(
        x.size().map((extent) => extent - 1),
        7,
      ),
  },
  {
    name: "x.put(parts, v)",
    dtypes: anyDType,
    operands: (draw) => [draw.tensor([draw.integer(2, 4), draw.integer(1, 4), draw.integer(1, 4)])],
    run: ([x]) => x.put([[1], -1], 7),
  },
  {
    name: "x.put(parts, y)",
    dtypes: anyDType,
    operands: (draw) => {
      const [rows, columns] = [draw.integer(2, 4), draw.integer(1, 4)];
      return [draw.tensor([rows, 2, columns]), draw.tensor([rows - 1, columns])];
    },
    run: ([x, y]) => x.put([[1], 0], y),
  },
  {
    name: "x.put(mask, v)",
    dtypes: anyDType,
    operands: masked,
    run: ([x, mask]) => x.put(mask.to("uint8"), 7),
  },
  {
    name: "x.put(mask, y)",
    dtypes: anyDType,
    operands: (draw) => {
      const [x, mask] = masked(draw);
      mask.put(
        mask.size().map(() => 0),
        1,
      );
      return [x, mask, draw.tensor([mask.sum()])];
    },
    run: ([x, mask, source]) => x.put(mask.to("uint8"), source),
  },
];
