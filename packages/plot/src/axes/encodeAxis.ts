import type { PositionField } from "../svg/VegaTypes.ts";
import type { AxisOptions } from "./AxisOptions.ts";
import { axisNumbers } from "./numberFormat.ts";

/** What differs between axes besides what their options say. */
export interface AxisLayout {
  /** Lines behind the data at its ticks. */
  readonly grid: boolean;
  /** Whether a linear axis starts and ends at round numbers. */
  readonly nice: boolean;
  /** Whether all its numbers are whole, so that ticks between them would make no sense. */
  readonly whole?: boolean;
  /** How many ticks, about. */
  readonly ticks?: number;
}

/** Vega-Lite's encoding of a field along an axis. */
export function encodeAxis(
  field: string,
  options: AxisOptions,
  domain: readonly [number, number],
  { grid, nice, whole = false, ticks }: AxisLayout,
): PositionField {
  const { title, scale = "linear", from, to } = options;
  const log = scale === "log";
  return {
    field,
    type: "quantitative",
    title,
    scale: {
      type: scale,
      domain: [...domain],
      nice: nice && !log && from === undefined && to === undefined,
      ...(log ? {} : { zero: false }),
    },
    axis: {
      grid,
      labelOverlap: true,
      labelFlush: false,
      ...numbersOf(options, domain),
      ...(whole ? { tickMinStep: 1 } : {}),
      ...(ticks === undefined ? {} : { tickCount: ticks }),
    },
  };
}

/** What is not wanted otherwise: as many digits as ticks need, or an exponent where zeros would fill the axis. */
function numbersOf({ scale, format }: AxisOptions, [from, to]: readonly [number, number]): object {
  if (format !== undefined) return { format };
  if (scale === "log") return { format: "~g" };
  const numbers = axisNumbers(Math.max(Math.abs(from), Math.abs(to)), 3);
  return "labelExpr" in numbers ? numbers : {};
}
