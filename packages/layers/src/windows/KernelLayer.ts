import type { Activation } from "@rushlight/module";
import type { Size, Tensor } from "@rushlight/tensor";
import { WindowLayer } from "./WindowLayer.ts";

/** A layer whose windows all have the extents of one kernel and move in steps. */
export abstract class KernelLayer<I extends Activation = Tensor> extends WindowLayer<I> {
  /** The width of the kernel. */
  get kW(): number {
    return fromEnd(this.settings.kernel, 1, 1);
  }

  /** The height of the kernel; 1 where there is no height. */
  get kH(): number {
    return fromEnd(this.settings.kernel, 2, 1);
  }

  /** The frames of the kernel, for volumes; 1 where there are none. */
  get kT(): number {
    return fromEnd(this.settings.kernel, 3, 1);
  }

  /** How far apart windows are in a row. */
  get dW(): number {
    return fromEnd(this.settings.stride, 1, 1);
  }

  /** How far apart rows of windows are. */
  get dH(): number {
    return fromEnd(this.settings.stride, 2, 1);
  }

  /** How many frames windows are apart, for volumes. */
  get dT(): number {
    return fromEnd(this.settings.stride, 3, 1);
  }

  /** The padding on either side. */
  get padW(): number {
    return fromEnd(this.settings.pad, 1, 0);
  }

  /** The padding above and below. */
  get padH(): number {
    return fromEnd(this.settings.pad, 2, 0);
  }

  /** The frames of padding before and behind, for volumes. */
  get padT(): number {
    return fromEnd(this.settings.pad, 3, 0);
  }
}

function fromEnd(numbers: Size, which: number, otherwise: number): number {
  return numbers[numbers.length - which] ?? otherwise;
}
