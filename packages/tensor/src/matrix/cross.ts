import type { TypedArray } from "../dtype/DType.ts";
import { checkOperands } from "../elementwise/check.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { checkDimension } from "../shape/dimension.ts";
import { formatSize } from "../shape/size.ts";

const loop = new StridedLoop();

/**
 * Checks two tensors of which cross products are taken.
 *
 * @returns the dimension of their vectors, counted from the start: the first of size 3 when none is given
 * @throws ArgumentError, DTypeError, ShapeError or IndexError unless they have one size and dtype and the dimension has
 *   3 elements
 */
export function checkCross(name: string, x: StridedElements, y: StridedElements, dimension?: number): number {
  checkOperands(name, x, y);
  const size = x.size();
  const d = dimension === undefined ? size.indexOf(3) : checkDimension(name, dimension, size.length);
  if (size[d] !== 3) {
    const what = dimension === undefined ? "a dimension of size 3" : `size 3 in dimension ${d}`;
    throw new ShapeError(`${name}: expected ${what}, got size ${formatSize(size)}`);
  }
  return d;
}

/** z ← the cross products of the vectors of x and y along a dimension; all have one size, and z overlaps neither. */
export function crossInto(x: StridedElements, y: StridedElements, dimension: number, z: StridedElements): void {
  const product = hasIntegers(x) ? Math.imul : multiply;
  const a: TypedArray = x.storage().data;
  const b: TypedArray = y.storage().data;
  const c: TypedArray = z.storage().data;
  const xStep = x.stride()[dimension];
  const yStep = y.stride()[dimension];
  const zStep = z.stride()[dimension];
  const size = x.size().map((extent, d) => (d === dimension ? 1 : extent));
  loop.begin(size, x.stride(), y.stride(), z.stride());
  do {
    let ix = x.storageOffset() + loop.x;
    let iy = y.storageOffset() + loop.y;
    let iz = z.storageOffset() + loop.z;
    for (let i = 0; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride, iz += loop.zStride) {
      const [a0, a1, a2] = [a[ix], a[ix + xStep], a[ix + 2 * xStep]];
      const [b0, b1, b2] = [b[iy], b[iy + yStep], b[iy + 2 * yStep]];
      c[iz] = product(a1, b2) - product(a2, b1);
      c[iz + zStep] = product(a2, b0) - product(a0, b2);
      c[iz + 2 * zStep] = product(a0, b1) - product(a1, b0);
    }
  } while (loop.advance());
}

function multiply(a: number, b: number): number {
  return a * b;
}
