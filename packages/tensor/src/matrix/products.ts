import { backend } from "../backend/current.ts";
import type { FloatDType } from "../dtype/DType.ts";
import { checkDestination, checkOperands, checkSameDType, floatOnly } from "../elementwise/check.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { runDot } from "../loops/run.ts";
import { formatSize, type Size } from "../shape/size.ts";
import { MatrixOperand } from "./MatrixOperand.ts";

const left = new MatrixOperand();
const right = new MatrixOperand();
const destination = new MatrixOperand();

/** C ← beta·C + alpha·A·B: `[m, k]`, `[k, n]` → `[m, n]`. */
export function matrixMatrix(
  name: string,
  beta: number,
  alpha: number,
  a: StridedElements,
  b: StridedElements,
  c: StridedElements,
): void {
  const fits = a.size().length === 2 && b.size().length === 2 && a.size()[1] === b.size()[0];
  if (!fits) throw mismatch(name, "[m, k] and [k, n]", a, b);
  if (c.size().length !== 2 || c.size()[0] !== a.size()[0] || c.size()[1] !== b.size()[1]) {
    throw destinationMismatch(name, [a.size()[0], b.size()[1]], c);
  }
  const [x, y, z] = floats(name, a, b, c);
  checkDestination(name, z);
  left.take(x);
  right.take(y);
  destination.take(z);
  if (destination.transposed) {
    // Cᵀ = Bᵀ·Aᵀ, and Cᵀ is row-major.
    gemm(!right.transposed, !left.transposed, b.size()[1], a.size()[0], a.size()[1], alpha, right, left, beta);
  } else {
    gemm(left.transposed, right.transposed, a.size()[0], b.size()[1], a.size()[1], alpha, left, right, beta);
  }
  if (destination.copied) destination.putBack(z);
}

function gemm(
  transposeA: boolean,
  transposeB: boolean,
  m: number,
  n: number,
  k: number,
  alpha: number,
  a: MatrixOperand,
  b: MatrixOperand,
  beta: number,
): void {
  const c = destination;
  backend().matrix.gemm(
    transposeA,
    transposeB,
    m,
    n,
    k,
    alpha,
    a.data,
    a.offset,
    a.leading,
    b.data,
    b.offset,
    b.leading,
    beta,
    c.data,
    c.offset,
    c.leading,
  );
}

/** y ← beta·y + alpha·A·x: `[m, n]`, `[n]` → `[m]`. */
export function matrixVector(
  name: string,
  beta: number,
  alpha: number,
  a: StridedElements,
  x: StridedElements,
  y: StridedElements,
): void {
  const fits = a.size().length === 2 && x.size().length === 1 && a.size()[1] === x.size()[0];
  if (!fits) throw mismatch(name, "[m, n] and [n]", a, x);
  if (y.size().length !== 1 || y.size()[0] !== a.size()[0]) throw destinationMismatch(name, [a.size()[0]], y);
  const [matrix, from, to] = floats(name, a, x, y);
  checkDestination(name, to);
  left.take(matrix);
  backend().matrix.gemv(
    left.transposed,
    left.transposed ? a.size()[1] : a.size()[0],
    left.transposed ? a.size()[0] : a.size()[1],
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
}

/** A ← beta·A + alpha·x·yᵀ: `[m]`, `[n]` → `[m, n]`. */
export function outerProduct(
  name: string,
  beta: number,
  alpha: number,
  x: StridedElements,
  y: StridedElements,
  a: StridedElements,
): void {
  if (x.size().length !== 1 || y.size().length !== 1) throw mismatch(name, "[m] and [n]", x, y);
  if (a.size().length !== 2 || a.size()[0] !== x.size()[0] || a.size()[1] !== y.size()[0]) {
    throw destinationMismatch(name, [x.size()[0], y.size()[0]], a);
  }
  const [column, row, to] = floats(name, x, y, a);
  checkDestination(name, to);
  destination.take(to);
  const [first, second] = destination.transposed ? [row, column] : [column, row];
  if (beta !== 1) scaleRows(first.size()[0], second.size()[0], beta);
  backend().matrix.ger(
    first.size()[0],
    second.size()[0],
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
  if (destination.copied) destination.putBack(to);
}

/** Σ xᵢ·yᵢ over the elements of two tensors of one size. */
export function dotProduct(x: StridedElements, y: StridedElements): number {
  checkOperands("dot", x, y);
  if (!hasFloats(x) || !hasFloats(y)) throw floatOnly("dot", x);
  return runDot(backend().matrix.dot, x, y);
}

type FloatTensor = StridedElements<FloatDType>;

function floats(
  name: string,
  a: StridedElements,
  b: StridedElements,
  c: StridedElements,
): [FloatTensor, FloatTensor, FloatTensor] {
  checkSameDType(name, a, b);
  checkSameDType(name, a, c);
  if (!hasFloats(a) || !hasFloats(b) || !hasFloats(c)) throw floatOnly(name, a);
  return [a, b, c];
}

function mismatch(name: string, expected: string, a: StridedElements, b: StridedElements): ShapeError {
  return new ShapeError(`${name}: expected ${expected}, got ${formatSize(a.size())} and ${formatSize(b.size())}`);
}

function destinationMismatch(name: string, expected: Size, destination: StridedElements): ShapeError {
  return new ShapeError(
    `${name}: expected a destination of size ${formatSize(expected)}, got ${formatSize(destination.size())}`,
  );
}

function scaleRows(rows: number, columns: number, factor: number): void {
  const { data, offset, leading } = destination;
  for (let i = 0; i < rows; i++) {
    const at = offset + i * leading;
    if (factor === 0) data.fill(0, at, at + columns);
    else backend().map.mulScalar(columns, data, at, 1, data, at, 1, factor, 0);
  }
}
