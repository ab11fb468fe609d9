import { type ScaleContinuousNumeric, scaleLinear, scaleLog, scaleSymlog } from "d3-scale";
import type { AxisOptions } from "../axes/AxisOptions.ts";
import { domainOf } from "../axes/domainOf.ts";
import { isCut } from "../axes/isCut.ts";
import { isPlain, numberFormat } from "../axes/numberFormat.ts";
import { symlogTicks } from "../axes/symlogTicks.ts";

/** An axis of text. */
export interface AxisScale {
  /** The place of a number, 0 at the start of the axis and 1 at its end. */
  readonly place: (value: number) => number;
  /** A number as the axis writes it. */
  readonly format: (value: number, unicode: boolean) => string;
  /** Round numbers on it, about as many as are wanted, as text. */
  readonly ticks: (count: number, unicode: boolean) => { readonly value: number; readonly text: string }[];
}

/**
 * The axis for numbers that a chart has: of a linear one the ends are round, if they may be. If all numbers are whole, so are its
 * ticks, if it is asked for.
 */
export function axisScale(
  axis: AxisOptions,
  values: Iterable<number>,
  { nice, whole = false }: { nice: boolean; whole?: boolean },
): AxisScale {
  const list = [...values];
  const domain = domainOf(axis, list);
  const scale = scaleOf(axis).domain(domain).range([0, 1]);
  const format = axis.format ?? (axis.scale === "log" ? "~g" : exponentFormat(domain));
  const onlyWhole = whole && list.every(Number.isInteger);
  if (nice && axis.scale !== "log" && !isCut(axis)) scale.nice(5);
  return {
    place: (value) => scale(value),
    format: (value, unicode) => numberText(value, scale.tickFormat(5, format), unicode),
    ticks: (wanted, unicode) => {
      const count = onlyWhole ? Math.max(1, Math.min(wanted, Math.floor(domain[1] - domain[0]))) : wanted;
      const written = scale.tickFormat(count, format);
      const ticks = (axis.scale === "symlog" ? symlogTicks(domain, count) : undefined) ?? scale.ticks(count);
      return ticks
        .filter((value) => !onlyWhole || Number.isInteger(value))
        .map((value) => ({ value, text: numberText(value, written, unicode) }))
        .filter(({ text }) => text !== "");
    },
  };
}

function scaleOf({ scale = "linear" }: AxisOptions): ScaleContinuousNumeric<number, number> {
  if (scale === "log") return scaleLog();
  return scale === "symlog" ? scaleSymlog() : scaleLinear();
}

/** What numbers need that are all far from 1; undefined for others, which have as many digits as ticks need. */
function exponentFormat([from, to]: readonly [number, number]): string | undefined {
  const magnitude = Math.max(Math.abs(from), Math.abs(to));
  return isPlain(magnitude) ? undefined : numberFormat(magnitude, 3);
}

function numberText(value: number, written: (value: number) => string, unicode: boolean): string {
  const text = written(value);
  const plain = /^0e[+-]\d+$/.test(text) ? "0" : text;
  return unicode ? plain : plain.replaceAll("−", "-");
}
