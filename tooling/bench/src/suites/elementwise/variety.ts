import { add, cmul, type DType, dtypes, exp, lt, mul, Tensor } from "@rushlight/tensor";

const SIZE = [40, 30];

/**
 * Uses the operations as a program does that has tensors of every dtype and layout, often enough for the engine to compile
 * them for all of that. What is measured afterwards is fast for every program or for none.
 */
export function useEverything(): void {
  for (let round = 0; round < 200; round++) {
    for (const dtype of dtypes) {
      for (const x of layouts(dtype)) {
        for (const y of layouts(dtype)) use(x, y);
      }
    }
  }
}

/** Tensors of one size: dense, transposed, with gaps, expanded. */
function layouts(dtype: DType): Tensor[] {
  const [rows, columns] = SIZE;
  const options = { dtype };
  return [
    new Tensor([rows, columns], options).fill(1),
    new Tensor([columns, rows], options).fill(1).t(),
    new Tensor([rows, columns, 2], options).fill(1).select(2, 1),
    new Tensor([1, columns], options).fill(1).expand(rows, columns),
  ];
}

function use(x: Tensor, y: Tensor): void {
  const out = new Tensor(x.size(), { dtype: x.dtype });
  out.copy(x).add(y).add(2, y).mul(2).cmul(y).add(1);
  add(x, y, { out });
  cmul(x, y, { out });
  mul(x, 2, { out });
  out.sum();
  x.sum();
  lt(x, y);
  if (x.isFloat()) {
    out.exp();
    exp(x, { out });
  }
}
