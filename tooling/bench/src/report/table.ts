import type { Measured, Measurement } from "../harness/measure.ts";
import { fit, formatTime, threeDigits, WIDTH } from "./format.ts";

const ALTERNATIVE = 8;
const TIME = 10;
const RATE = 14;
const RATIO = 7;
const MARK = 8;
const NAME = WIDTH - ALTERNATIVE - TIME - RATE - RATIO - MARK;

/** The measurements of a suite as lines of 80 characters: one for each alternative. */
export function table(measured: readonly Measured[]): string[] {
  const lines = [row("", "", "time", "speed", "ratio", "target")];
  for (const { name, unit, measurements } of measured) {
    measurements.forEach((measurement, i) => {
      const { name: alternative, time } = measurement;
      const title = i === 0 ? name : "";
      lines.push(
        row(title, alternative, formatTime(time), rateOf(measurement, unit), ratioOf(measurement), markOf(measurement)),
      );
    });
  }
  return lines;
}

/** A speed with its unit; nothing where speeds are not told. */
export function rateOf({ rate }: Measurement, unit: string | undefined): string {
  return rate === undefined || unit === undefined ? "" : `${threeDigits(rate)} ${unit}`;
}

/** A ratio with two digits; nothing where there is none. */
export function ratioOf({ ratio }: Measurement): string {
  return ratio === undefined ? "" : ratio.toFixed(2);
}

/** Whether a target is met; nothing where there is none. */
export function markOf({ met }: Pick<Measurement, "met">): string {
  return met === undefined ? "" : met ? "met" : "missed";
}

function row(name: string, alternative: string, time: string, rate: string, ratio: string, mark: string): string {
  const left = `${fit(name, NAME)}${fit(alternative, ALTERNATIVE)}`;
  return `${left}${time.padStart(TIME)}${rate.padStart(RATE)}${ratio.padStart(RATIO)}${mark.padStart(MARK)}`;
}
