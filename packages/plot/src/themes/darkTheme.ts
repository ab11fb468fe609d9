import type { Theme } from "./Theme.ts";

/**
 * Light on nearly black.
 *
 * @example
 * ```ts
 * import { darkTheme } from "@rushlight/plot";
 *
 * console.log(darkTheme.background, darkTheme.series.length); // #14171c 8
 * ```
 */
export const darkTheme: Theme = {
  name: "dark",
  background: "#14171c",
  text: "#e8eaee",
  mutedText: "#b3b9c4",
  axis: "#8b929e",
  grid: "#2a2f38",
  series: ["#276be6", "#e4512f", "#72f1a4", "#fd80af", "#dcc021", "#0da5fa", "#ac428b", "#e6eaf2"],
  right: "#5ea8ff",
  wrong: "#ff9d4d",
};
