import type { BarChartOptions } from "@rushlight/plot";

/** The probabilities of the digits as bars. */
export function probabilityBars(probabilities: readonly number[]): BarChartOptions {
  return {
    title: "Probabilities",
    x: { title: "percent", from: 0, to: 100, format: ".2f" },
    bars: probabilities.map((value, digit) => ({ name: String(digit), value: 100 * value })),
  };
}
