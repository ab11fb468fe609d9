import type { FloatDType } from "../dtype/DType.ts";
import { checkNumber, checkSameDType, checkTensor, floatOnly } from "../elementwise/check.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { formatSize, type Size, sameSize } from "../shape/size.ts";

/** The elements that products are computed of. */
export type Floats = StridedElements<FloatDType>;

/**
 * The size of a product of two operands, once both are tensors of one float dtype whose sizes fit.
 *
 * @throws ArgumentError, DTypeError or ShapeError when they are not
 */
export type ProductSize = (name: string, a: StridedElements, b: StridedElements) => Size;

/** `[m, k]`, `[k, n]` → `[m, n]`. */
export const matrixMatrixSize: ProductSize = (name, a, b) => {
  checkFloats(name, a, b);
  const [first, second] = [a.size(), b.size()];
  const fits = first.length === 2 && second.length === 2 && first[1] === second[0];
  if (!fits) throw mismatch(name, "[m, k] and [k, n]", a, b);
  return [first[0], second[1]];
};

/** `[m, n]`, `[n]` → `[m]`. */
export const matrixVectorSize: ProductSize = (name, a, x) => {
  checkFloats(name, a, x);
  const [first, second] = [a.size(), x.size()];
  const fits = first.length === 2 && second.length === 1 && first[1] === second[0];
  if (!fits) throw mismatch(name, "[m, n] and [n]", a, x);
  return [first[0]];
};

/** `[m]`, `[n]` → `[m, n]`. */
export const outerProductSize: ProductSize = (name, x, y) => {
  checkFloats(name, x, y);
  if (x.size().length !== 1 || y.size().length !== 1) throw mismatch(name, "[m] and [n]", x, y);
  return [x.size()[0], y.size()[0]];
};

/** `[b, m, k]`, `[b, k, n]` → `[b, m, n]`. */
export const batchedSize: ProductSize = (name, a, b) => {
  checkFloats(name, a, b);
  const [first, second] = [a.size(), b.size()];
  const fits = first.length === 3 && second.length === 3 && first[0] === second[0] && first[2] === second[1];
  if (!fits) throw mismatch(name, "[b, m, k] and [b, k, n]", a, b);
  return [first[0], first[1], second[2]];
};

/** `[b, m, k]`, `[b, k, n]` → `[m, n]`. */
export const summedBatchSize: ProductSize = (name, a, b) => batchedSize(name, a, b).slice(1);

/**
 * The destination of a product as floats, once it can take it.
 *
 * @throws ArgumentError, DTypeError or ShapeError when it can not
 */
export function checkTarget(name: string, size: Size, operand: Floats, target: StridedElements): Floats {
  checkSameDType(name, operand, target);
  if (!sameSize(target.size(), size)) {
    throw new ShapeError(
      `${name}: expected a destination of size ${formatSize(size)}, got ${formatSize(target.size())}`,
    );
  }
  checkDestination(name, target);
  return floats(name, target);
}

/** Checks the scalars of a product. */
export function checkScalars(name: string, beta: number, alpha: number): void {
  checkNumber(name, beta);
  checkNumber(name, alpha);
}

/** Elements as floats. */
export function floats(name: string, x: StridedElements): Floats {
  if (!hasFloats(x)) throw floatOnly(name, x);
  return x;
}

function checkFloats(name: string, a: StridedElements, b: StridedElements): void {
  checkTensor(name, a);
  checkSameDType(name, a, b);
  floats(name, a);
}

function mismatch(name: string, expected: string, a: StridedElements, b: StridedElements): ShapeError {
  return new ShapeError(`${name}: expected ${expected}, got ${formatSize(a.size())} and ${formatSize(b.size())}`);
}
