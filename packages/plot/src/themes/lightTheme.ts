import type { Theme } from "./Theme.ts";

/**
 * Dark on white.
 *
 * @example
 * ```ts
 * import { lightTheme } from "@rushlight/plot";
 *
 * console.log(lightTheme.background, lightTheme.series.length); // #ffffff 8
 * ```
 */
export const lightTheme: Theme = {
  name: "light",
  background: "#ffffff",
  text: "#1c1f24",
  mutedText: "#545b66",
  axis: "#767c86",
  grid: "#e4e7eb",
  series: ["#0268cd", "#b03000", "#0b5f40", "#e0609a", "#968310", "#0598f0", "#8a2a80", "#18170f"],
  right: "#0b58ad",
  wrong: "#b84a00",
};
