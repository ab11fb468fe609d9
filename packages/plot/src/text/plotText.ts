import type { AxisOptions } from "../axes/AxisOptions.ts";
import type { AxisScale } from "./axisScale.ts";
import { DotCanvas } from "./DotCanvas.ts";
import { cut, fit, flow, widthOf } from "./fit.ts";
import { painted, TERMINAL_SERIES } from "./paint.ts";
import type { TextStyle } from "./TextStyle.ts";

/** A series of a plot, and how it is drawn. */
interface TextSeries {
  readonly name: string;
  /** Runs of points that belong together. */
  readonly runs: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly joined: boolean;
}

/** What a plot in text shows. */
export interface TextPlot {
  readonly title: string;
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  readonly xScale: AxisScale;
  readonly yScale: AxisScale;
  readonly series: readonly TextSeries[];
  /** More to say below. */
  readonly note: string | undefined;
}

const MARKERS = ["•", "×", "+", "○", "◇", "▲"];
const ASCII_MARKERS = ["*", "x", "+", "o", "#", "@"];

/** A plot as lines of text: title, legend, axes with numbers, and what they mean. */
export function plotText(plot: TextPlot, style: TextStyle): string {
  const { columns, colours, unicode, rows } = style;
  const { title, x, y, xScale, yScale, series, note } = plot;
  const yTicks = yScale.ticks(Math.max(2, Math.floor(rows / 3)), unicode);
  const labels = Math.min(Math.floor(columns / 3), Math.max(1, ...yTicks.map(({ text }) => widthOf(text))));
  const width = columns - labels - 2;
  // One colour can not tell series apart, so that each has a character.
  const braille = unicode && (colours || series.length === 1);
  const markers = unicode ? MARKERS : ASCII_MARKERS;
  const canvas = new DotCanvas(width, rows, braille);
  // What has fewer points comes last: it is hidden more easily.
  const order = [...series.entries()].sort(([, a], [, b]) => sizeOf(b) - sizeOf(a));
  for (const [i, one] of order) draw(canvas, one, i, plot);
  const paint = (text: string, index: number): string => {
    return painted(text, TERMINAL_SERIES[index % TERMINAL_SERIES.length], colours);
  };
  const lineRows = new Map(yTicks.map(({ value, text }) => [Math.round((1 - yScale.place(value)) * (rows - 1)), text]));
  const [tick, bar, corner, dash] = unicode ? ["┤", "│", "└", "─"] : ["+", "|", "+", "-"];
  const body = canvas.lines(paint, markers).map((line, row) => {
    const label = lineRows.get(row);
    return `${fit(label ?? "", labels, "right")} ${label === undefined ? bar : tick}${line}`;
  });
  const xTitle = cut(x.title, width);
  const legend = series.map(({ name }, i) => {
    const sign = braille ? "⣿" : (markers[i % markers.length] ?? "");
    return `${paint(sign, i)} ${cut(name, Math.max(4, columns - 4))}`;
  });
  return [
    cut(title, columns),
    ...(series.length > 1 ? flow(legend, columns, "   ") : []),
    cut(y.title, columns),
    ...body,
    `${" ".repeat(labels + 1)}${corner}${String(dash).repeat(width)}`,
    " ".repeat(labels + 2) + tickLine(xScale, width, unicode),
    " ".repeat(labels + 2 + Math.floor((width - widthOf(xTitle)) / 2)) + xTitle,
    ...(note === undefined ? [] : flow(note.split(" "), columns, " ")),
  ]
    .map((line) => line.trimEnd())
    .join("\n");
}

function sizeOf({ runs }: TextSeries): number {
  return runs.reduce((size, run) => size + run.length, 0);
}

function draw(canvas: DotCanvas, { runs, joined }: TextSeries, index: number, { xScale, yScale }: TextPlot): void {
  for (const run of runs) {
    const places = run.map(({ x, y }) => [xScale.place(x), yScale.place(y)] as const);
    places.forEach(([x, y], i) => {
      const next = places[i + 1];
      if (joined && next !== undefined) canvas.line([x, y], next, index);
      else canvas.point(x, y, index);
    });
  }
}

/** The numbers below the axis, each under its place; what would touch the one before is left out. */
function tickLine(scale: AxisScale, width: number, unicode: boolean): string {
  let line = "";
  for (const { value, text } of scale.ticks(Math.max(2, Math.floor(width / 12)), unicode)) {
    const middle = Math.round(scale.place(value) * (width - 1));
    const size = widthOf(text);
    const start = Math.max(0, Math.min(width - size, middle - Math.floor(size / 2)));
    if (size > width || (line !== "" && start <= widthOf(line))) continue;
    line += " ".repeat(start - widthOf(line)) + text;
  }
  return line;
}
