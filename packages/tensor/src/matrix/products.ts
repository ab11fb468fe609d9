import { backend } from "../backend/current.ts";
import { checkOperands, floatOnly } from "../elementwise/check.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { runDot } from "../loops/run.ts";
import { fullySeparate } from "../overlap/separate.ts";
import { checkScalars, checkTarget, floats, matrixMatrixSize, matrixVectorSize, outerProductSize } from "./check.ts";
import { MatrixOperand } from "./MatrixOperand.ts";
import { multiply } from "./multiply.ts";

const left = new MatrixOperand();
const right = new MatrixOperand();
const destination = new MatrixOperand();

/**
 * Accumulates a product of two operands into a destination: target ← beta·target + alpha·(product). The destination may
 * overlap the operands.
 *
 * @throws ArgumentError, DTypeError or ShapeError when the arguments do not go together; nothing is written then
 */
export type AccumulateProduct = (
  name: string,
  beta: number,
  alpha: number,
  a: StridedElements,
  b: StridedElements,
  target: StridedElements,
) => void;

/** C ← beta·C + alpha·A·B: `[m, k]`, `[k, n]` → `[m, n]`. */
export const matrixMatrix: AccumulateProduct = (name, beta, alpha, a, b, c) => {
  checkScalars(name, beta, alpha);
  const size = matrixMatrixSize(name, a, b);
  const [x, y] = [floats(name, a), floats(name, b)];
  const z = checkTarget(name, size, x, c);
  left.take(fullySeparate(x, z));
  right.take(fullySeparate(y, z));
  destination.take(z);
  multiply(beta, alpha, left, right, destination);
  destination.putBack();
};

/** y ← beta·y + alpha·A·x: `[m, n]`, `[n]` → `[m]`. */
export const matrixVector: AccumulateProduct = (name, beta, alpha, a, x, y) => {
  checkScalars(name, beta, alpha);
  const size = matrixVectorSize(name, a, x);
  const [matrix, vector] = [floats(name, a), floats(name, x)];
  const to = checkTarget(name, size, matrix, y);
  const from = fullySeparate(vector, to);
  left.take(fullySeparate(matrix, to));
  backend().matrix.gemv(
    left.transposed,
    left.transposed ? left.columns : left.rows,
    left.transposed ? left.rows : left.columns,
    alpha,
    left.data,
    left.offset,
    left.leading,
    from.storage().data,
    from.storageOffset(),
    from.stride()[0],
    beta,
    to.storage().data,
    to.storageOffset(),
    to.stride()[0],
  );
};

/** A ← beta·A + alpha·x·yᵀ: `[m]`, `[n]` → `[m, n]`. */
export const outerProduct: AccumulateProduct = (name, beta, alpha, x, y, a) => {
  checkScalars(name, beta, alpha);
  const size = outerProductSize(name, x, y);
  const [column, row] = [floats(name, x), floats(name, y)];
  const to = checkTarget(name, size, column, a);
  destination.take(to);
  const first = fullySeparate(destination.transposed ? row : column, to);
  const second = fullySeparate(destination.transposed ? column : row, to);
  if (beta !== 1) scaleRows(first.nElement(), second.nElement(), beta);
  backend().matrix.ger(
    first.nElement(),
    second.nElement(),
    alpha,
    first.storage().data,
    first.storageOffset(),
    first.stride()[0],
    second.storage().data,
    second.storageOffset(),
    second.stride()[0],
    destination.data,
    destination.offset,
    destination.leading,
  );
  destination.putBack();
};

/** Σ xᵢ·yᵢ over the elements of two tensors of one size. */
export function dotProduct(x: StridedElements, y: StridedElements): number {
  checkOperands("dot", x, y);
  if (!hasFloats(x) || !hasFloats(y)) throw floatOnly("dot", x);
  return runDot(backend().matrix.dot, x, y);
}

function scaleRows(rows: number, columns: number, factor: number): void {
  const { data, offset, leading } = destination;
  for (let i = 0; i < rows; i++) {
    const at = offset + i * leading;
    if (factor === 0) data.fill(0, at, at + columns);
    else backend().map.mulScalar(columns, data, at, 1, data, at, 1, factor, 0);
  }
}
