import { backend } from "../backend/current.ts";
import { integerMap } from "../backend/integer/integerMap.ts";
import type { TypedArray } from "../dtype/DType.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { runMap } from "../loops/run.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { separate } from "../overlap/separate.ts";
import { formatSize, sameSize } from "../shape/size.ts";
import { checkNumber, checkTensor } from "./check.ts";
import { mapInto } from "./elementwise.ts";

const loop = new StridedLoop();

/** y ← x, converted to y's dtype as a store into its typed array does. */
export function copyInto(x: StridedElements, y: StridedElements): void {
  checkTensor("copy", x);
  if (!sameSize(x.size(), y.size())) {
    throw new ShapeError(
      `copy: expected a tensor of size ${formatSize(y.size())}, got ${formatSize(x.size())}; take view(...) of either to copy by element order`,
    );
  }
  checkDestination("copy", y);
  const count = y.nElement();
  if (count === 0) return;
  if (x.isContiguous() && y.isContiguous()) {
    const start = x.storageOffset();
    y.storage().data.set(x.storage().data.subarray(start, start + count), y.storageOffset());
  } else if (x.dtype === y.dtype) {
    mapInto("copy", "copy", x, y);
  } else {
    const source = separate(x, y);
    loop.begin(y.size(), source.stride(), y.stride(), y.stride());
    const from = source.storage().data;
    const to = y.storage().data;
    do
      convert(
        loop.count,
        from,
        source.storageOffset() + loop.x,
        loop.xStride,
        to,
        y.storageOffset() + loop.y,
        loop.yStride,
      );
    while (loop.advance());
  }
}

function convert(
  count: number,
  from: TypedArray,
  ix: number,
  xStride: number,
  to: TypedArray,
  iy: number,
  yStride: number,
): void {
  for (let i = 0; i < count; i++, ix += xStride, iy += yStride) to[iy] = from[ix];
}

/** y ← value everywhere. */
export function fillWith(name: string, y: StridedElements, value: number): void {
  checkNumber(name, value);
  if (hasFloats(y)) runMap(backend().map.fill, y, y, value, 0);
  else if (hasIntegers(y)) runMap(integerMap.fill, y, y, value, 0);
}
