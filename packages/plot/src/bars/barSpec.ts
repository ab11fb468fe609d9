import { domainOf } from "../axes/domainOf.ts";
import { encodeAxis } from "../axes/encodeAxis.ts";
import { isCut } from "../axes/isCut.ts";
import { numberFormat } from "../axes/numberFormat.ts";
import { chartTitle } from "../chart/chartTitle.ts";
import { nameLabels } from "../names/nameLabels.ts";
import type { LayeredSpec } from "../svg/VegaTypes.ts";
import { seriesStyle } from "../themes/seriesStyles.ts";
import type { Theme } from "../themes/Theme.ts";
import type { BarChartOptions } from "./BarChartOptions.ts";
import { startWithNumbers } from "./startWithNumbers.ts";

/** The height that a bar has for itself. */
const STEP = 28;

/** The specification of a chart of bars. */
export function barSpec(
  { title, subtitle, x, bars, width }: BarChartOptions & { width: number },
  theme: Theme,
): LayeredSpec {
  const axis = { ...x, zero: x.zero ?? x.from === undefined };
  const values = bars.map(({ name, value, error = 0 }) => {
    const [low, high] = [value - error, value + error];
    return { name, value, zero: 0, low, high, end: value < 0 ? low : high, negative: value < 0 };
  });
  const [least, most] = domainOf(
    axis,
    values.flatMap(({ low, high }) => [low, high]),
  );
  const below = bars.map(({ value }) => value).filter((value) => value < 0);
  const negative = below.length > 0;
  const format = x.format ?? numberFormat(Math.max(Math.abs(least), Math.abs(most)), 4);
  const extended = negative && x.from === undefined;
  const start = extended ? startWithNumbers(below, format, { scale: x.scale, domain: [least, most], width }) : least;
  const clip = isCut(axis) || !axis.zero;
  const names = bars.map(({ name }) => name);
  const y = { field: "name", type: "nominal", scale: { domain: names, paddingInner: 0.3, paddingOuter: 0.2 } } as const;
  const number = {
    ...(x.format === undefined ? { condition: { test: "datum.value === 0", value: "0" } } : {}),
    field: "value",
    type: "quantitative",
    format,
  } as const;
  const label = (negative: boolean) => ({
    transform: [{ filter: { field: "negative", equal: negative } }],
    mark: { type: "text", align: negative ? "right" : "left", dx: negative ? -6 : 6, fontSize: 12 } as const,
    encoding: { x: { field: "end", type: "quantitative" }, y, text: number } as const,
  });
  const withError = [{ filter: "datum.low < datum.high" }];
  const whisker = (field: string) => ({
    transform: withError,
    mark: { type: "tick", color: theme.text, thickness: 1.5, size: 10, opacity: 1, clip } as const,
    encoding: { x: { field, type: "quantitative" }, y } as const,
  });
  const errorLine = {
    transform: withError,
    mark: { type: "rule", color: theme.text, strokeWidth: 1.5, clip } as const,
    encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" }, y } as const,
  };
  return {
    title: chartTitle(title, subtitle),
    width,
    height: bars.length * STEP,
    data: { values },
    layer: [
      {
        mark: { type: "bar", fill: seriesStyle(theme, 0).colour, clip },
        encoding: {
          x: encodeAxis("value", axis, [start, most], { grid: true, nice: true, ticks: width / 70 }),
          x2: { field: "zero" },
          y: {
            ...y,
            axis: { title: null, ticks: false, labelColor: theme.text, labelPadding: 8, ...nameLabels(names) },
          },
        },
      },
      ...(negative ? [{ mark: { type: "rule", color: theme.axis } as const, encoding: { x: { datum: 0 } } }] : []),
      errorLine,
      whisker("low"),
      whisker("high"),
      label(false),
      label(true),
    ],
  };
}
