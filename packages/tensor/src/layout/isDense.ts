import type { Size } from "../shape/size.ts";

/** True when elements with these strides lie one after the other in row-major order; sizes of 1 have any stride. */
export function isDense(size: Size, stride: Size): boolean {
  let step = 1;
  for (let d = size.length - 1; d >= 0; d--) {
    if (size[d] === 1) continue;
    if (stride[d] !== step) return false;
    step *= size[d];
  }
  return true;
}
