import type { PositionField } from "../svg/VegaTypes.ts";
import type { AxisOptions } from "./AxisOptions.ts";
import { axisNumbers } from "./numberFormat.ts";
import { symlogTicks } from "./symlogTicks.ts";

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
  const values = scale === "symlog" ? symlogTicks(domain, ticks ?? 8) : undefined;
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
      ...(values === undefined ? {} : { values }),
    },
  };
}

/** Of a logarithmic axis many ticks have no label; the others are written as they are or, far from 1, with an exponent. */
const LOG_LABEL =
  'datum.label === "" ? "" : format(datum.value, datum.value >= 1e-3 && datum.value < 1e6 ? "~g" : "~e")';

/** What is not wanted otherwise: as many digits as ticks need, or an exponent where zeros would fill the axis. */
function numbersOf({ scale, format }: AxisOptions, [from, to]: readonly [number, number]): object {
  if (format !== undefined) return { format };
  if (scale === "log") return { format: "~g", labelExpr: LOG_LABEL };
  const numbers = axisNumbers(Math.max(Math.abs(from), Math.abs(to)), 3);
  return "labelExpr" in numbers ? numbers : {};
}
