import { ArgumentError } from "@rushlight/tensor";
import { inTorchOrder } from "../windows/inTorchOrder.ts";
import { KernelLayer } from "../windows/KernelLayer.ts";
import type { WindowLayout } from "../windows/WindowLayer.ts";
import type { WindowRounding, WindowSettings } from "../windows/Windows.ts";

/** Pooling in one to three dimensions: one number for each window of each plane. */
export abstract class Pooling extends KernelLayer {
  /** Whether what is left over at the end gets a window too; set by {@link ceil} and {@link floor}. */
  ceilMode = false;

  /**
   * @throws ArgumentError for kernels, strides or dilations below 1, and for paddings below 0 or above half the kernel
   */
  constructor(settings: WindowSettings, layout?: WindowLayout) {
    super(settings, layout);
    const { kernel, pad } = settings;
    if (pad.some((each, d) => 2 * each > kernel[d])) {
      throw new ArgumentError(
        `${this.constructor.name}: expected a padding of at most half the kernel ${inTorchOrder(kernel).join("x")}, got ${inTorchOrder(pad).join("x")}`,
      );
    }
  }

  /** Rounds the number of windows up: what is left over at the end gets a window of what is there. */
  ceil(): this {
    this.ceilMode = true;
    return this;
  }

  /** Rounds the number of windows down, as it is at first: what is left over at the end is ignored. */
  floor(): this {
    this.ceilMode = false;
    return this;
  }

  /** Whether the dilation is among the settings that are printed. */
  protected get printsDilation(): boolean {
    return false;
  }

  protected override get rounding(): WindowRounding {
    return this.ceilMode ? "ceil" : "floor";
  }

  override toString(): string {
    const { kernel, stride, pad, dilation } = this.settings;
    const numbers = [
      inTorchOrder(kernel).join("x"),
      inTorchOrder(stride).join(","),
      ...(pad.some((each) => each !== 0) ? [inTorchOrder(pad).join(",")] : []),
      ...(this.printsDilation ? [inTorchOrder(dilation).join(",")] : []),
    ];
    return `nn.${this.constructor.name}(${numbers.join(", ")})`;
  }
}
