import { type ScaleContinuousNumeric, scaleLinear, scaleLog, scaleSymlog } from "d3-scale";
import type { AxisOptions } from "../axes/AxisOptions.ts";
import { domainOf } from "../axes/domainOf.ts";
import { isCut } from "../axes/isCut.ts";

/** An axis of text. */
export interface AxisScale {
  /** The place of a number, 0 at the start of the axis and 1 at its end. */
  readonly place: (value: number) => number;
  /** A number as the axis writes it. */
  readonly format: (value: number, unicode: boolean) => string;
  /** Round numbers on it, about as many as are wanted, as text. */
  readonly ticks: (count: number, unicode: boolean) => { readonly value: number; readonly text: string }[];
}

/** The axis for numbers that a chart has: of a linear one the ends are round, if they may be. */
export function axisScale(axis: AxisOptions, values: Iterable<number>, nice: boolean): AxisScale {
  const domain = domainOf(axis, values);
  const scale = scaleOf(axis).domain(domain).range([0, 1]);
  const format = axis.format ?? (axis.scale === "log" ? "~g" : undefined);
  if (nice && axis.scale !== "log" && !isCut(axis)) scale.nice(5);
  return {
    place: (value) => scale(value),
    format: (value, unicode) => plainMinus(scale.tickFormat(5, format)(value), unicode),
    ticks: (count, unicode) => {
      const written = scale.tickFormat(count, format);
      return scale
        .ticks(count)
        .map((value) => ({ value, text: plainMinus(written(value), unicode) }))
        .filter(({ text }) => text !== "");
    },
  };
}

function scaleOf({ scale = "linear" }: AxisOptions): ScaleContinuousNumeric<number, number> {
  if (scale === "log") return scaleLog();
  return scale === "symlog" ? scaleSymlog() : scaleLinear();
}

function plainMinus(text: string, unicode: boolean): string {
  return unicode ? text : text.replaceAll("−", "-");
}
