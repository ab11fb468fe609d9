import type { TopLevelSpec } from "vega-lite";
import { drawSpec } from "../svg/drawSpec.ts";
import type { Theme } from "../themes/Theme.ts";
import { Chart, type ChartText } from "./Chart.ts";

/** A chart of a Vega-Lite specification, which a function makes for a theme. */
export function vegaChart(text: ChartText, spec: (theme: Theme) => TopLevelSpec): Chart {
  return new Chart(text, (theme) => drawSpec(spec(theme), theme));
}
