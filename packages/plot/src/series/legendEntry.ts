import { dashOf, type SeriesStyle } from "../themes/seriesStyles.ts";
import type { LineSeries } from "./LineSeries.ts";
import type { LegendEntry } from "./legendLayer.ts";

/** What the legend shows for a series: its line, its point or both. */
export function legendEntry({ name, marks = "line", dashed }: LineSeries, style: SeriesStyle): LegendEntry {
  const { colour, shape } = style;
  if (marks === "points") return { name, colour, shape };
  const line = { name, colour, dash: dashOf(style, dashed) };
  return marks === "both" ? { ...line, shape } : line;
}
