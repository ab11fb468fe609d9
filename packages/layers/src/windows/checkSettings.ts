import { ArgumentError } from "@rushlight/tensor";
import { inTorchOrder } from "./inTorchOrder.ts";
import type { WindowSettings } from "./Windows.ts";

/**
 * Checks how windows move.
 *
 * @throws ArgumentError unless kernels, strides and dilations are whole numbers from 1 and paddings whole numbers from 0
 */
export function checkSettings(name: string, { kernel, stride, pad, dilation }: WindowSettings): void {
  checkNumbers(name, "a kernel", kernel, 1);
  checkNumbers(name, "a stride", stride, 1);
  checkNumbers(name, "a padding", pad, 0);
  checkNumbers(name, "a dilation", dilation, 1);
}

function checkNumbers(name: string, what: string, numbers: readonly number[], least: number): void {
  if (numbers.every((each) => Number.isInteger(each) && each >= least)) return;
  throw new ArgumentError(
    `${name}: expected ${what} of whole numbers from ${least}, got ${inTorchOrder(numbers).map(String).join("x")}`,
  );
}
