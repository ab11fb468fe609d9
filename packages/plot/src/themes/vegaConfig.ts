import type { Config } from "vega-lite";
import { SUBTITLE_SIZE, TITLE_SIZE } from "../chart/chartTitle.ts";
import type { Theme } from "./Theme.ts";

/** Inter where it is installed, which PNGs have; otherwise what a system has for its own interface. */
const FONT = "Inter, system-ui, 'Helvetica Neue', Arial, sans-serif";

/** What a theme makes of titles, axes and legends. */
export function vegaConfig(theme: Theme): Config {
  const { background, text, mutedText, axis, grid } = theme;
  return {
    aria: false,
    background,
    font: FONT,
    padding: 12,
    view: { stroke: null },
    title: {
      anchor: "start",
      frame: "group",
      color: text,
      fontSize: TITLE_SIZE,
      fontWeight: 600,
      subtitleColor: mutedText,
      subtitleFontSize: SUBTITLE_SIZE,
      subtitlePadding: 5,
      offset: 12,
    },
    axis: {
      domainColor: axis,
      tickColor: axis,
      gridColor: grid,
      labelColor: mutedText,
      labelFontSize: 12,
      labelLimit: 0,
      labelPadding: 4,
      titleColor: text,
      titleFontSize: 12,
      titleFontWeight: 400,
      titleLimit: 0,
      titlePadding: 8,
    },
    legend: {
      gradientStrokeColor: axis,
      labelColor: text,
      labelFontSize: 12,
      labelLimit: 0,
      titleColor: text,
      titleFontSize: 12,
      titleFontWeight: 400,
      titleLimit: 0,
    },
    header: { labelColor: text, labelFontSize: 12, titleColor: text, titleFontSize: 12, labelLimit: 0 },
    text: { color: text, fontSize: 12 },
  };
}
