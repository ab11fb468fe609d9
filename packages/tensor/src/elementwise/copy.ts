import { backend } from "../backend/current.ts";
import { integerMap } from "../backend/integer/integerMap.ts";
import type { TypedArray } from "../dtype/DType.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { runMap } from "../loops/run.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { checkDestination, shareElements } from "../overlap/overlap.ts";
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
  } else if (repeatsDenseBlock(x) && x.dtype === y.dtype && y.isContiguous() && !shareElements(x, y)) {
    repeatBlock(count / x.size()[0], x, y);
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

/** Whether a tensor is one dense block over and over, as a bias is that was expanded to the size of a batch. */
function repeatsDenseBlock(x: StridedElements): boolean {
  const [size, stride] = [x.size(), x.stride()];
  if (stride.length < 2 || stride[0] !== 0) return false;
  let step = 1;
  for (let d = size.length - 1; d > 0; d--) {
    if (size[d] !== 1 && stride[d] !== step) return false;
    step *= size[d];
  }
  return true;
}

/** Copies a block once, and then what is there already, twice as much each time. */
function repeatBlock(block: number, x: StridedElements, y: StridedElements): void {
  const from = x.storageOffset();
  const start = y.storageOffset();
  const data: TypedArray = y.storage().data;
  data.set(x.storage().data.subarray(from, from + block), start);
  const count = y.nElement();
  for (let filled = block; filled < count; filled *= 2) {
    data.set(data.subarray(start, start + Math.min(filled, count - filled)), start + filled);
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
