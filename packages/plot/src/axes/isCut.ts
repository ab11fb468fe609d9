import type { AxisOptions } from "./AxisOptions.ts";

/** Whether an axis may be shorter than its data. */
export function isCut({ from, to }: AxisOptions): boolean {
  return from !== undefined || to !== undefined;
}
