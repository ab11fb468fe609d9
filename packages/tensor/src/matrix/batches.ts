import { fullySeparate } from "../overlap/separate.ts";
import { batchedSize, checkScalars, checkTarget, floats, summedBatchSize } from "./check.ts";
import { MatrixOperand } from "./MatrixOperand.ts";
import { multiply } from "./multiply.ts";
import type { AccumulateProduct } from "./products.ts";

const left = new MatrixOperand();
const right = new MatrixOperand();
const destination = new MatrixOperand();

/** Cᵢ ← beta·Cᵢ + alpha·Aᵢ·Bᵢ: `[b, m, k]`, `[b, k, n]` → `[b, m, n]`. */
export const batchedProduct: AccumulateProduct = (name, beta, alpha, a, b, c) => {
  checkScalars(name, beta, alpha);
  const size = batchedSize(name, a, b);
  const [x, y] = [floats(name, a), floats(name, b)];
  const z = checkTarget(name, size, x, c);
  const first = fullySeparate(x, z);
  const second = fullySeparate(y, z);
  for (let i = 0; i < size[0]; i++) {
    multiply(beta, alpha, left.take(first, i), right.take(second, i), destination.take(z, i));
    destination.putBack();
  }
};

/** C ← beta·C + alpha·Σᵢ Aᵢ·Bᵢ: `[b, m, k]`, `[b, k, n]` → `[m, n]`. */
export const summedBatchProduct: AccumulateProduct = (name, beta, alpha, a, b, c) => {
  checkScalars(name, beta, alpha);
  const size = summedBatchSize(name, a, b);
  const [x, y] = [floats(name, a), floats(name, b)];
  const z = checkTarget(name, size, x, c);
  const first = fullySeparate(x, z);
  const second = fullySeparate(y, z);
  destination.take(z);
  for (let i = 0; i < first.size()[0]; i++) {
    multiply(i === 0 ? beta : 1, alpha, left.take(first, i), right.take(second, i), destination);
  }
  destination.putBack();
};
