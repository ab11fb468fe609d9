import type { Measured } from "../harness/measure.ts";

const WIDTH = 80;
const TIME = 12;
const RATIO = 8;
const ALTERNATIVE = 12;
const NAME = WIDTH - ALTERNATIVE - TIME - RATIO;

/** The measurements of a suite as lines of at most 80 characters: one for each alternative. */
export function table(measured: readonly Measured[]): string[] {
  const lines = [row("", "", "time", "ratio")];
  for (const { name, measurements } of measured) {
    measurements.forEach((measurement, i) => {
      const title = i === 0 ? name : "";
      lines.push(row(title, measurement.name, formatTime(measurement.time), measurement.ratio.toFixed(2)));
    });
  }
  return lines;
}

/** A time with three digits and the unit that suits it. */
export function formatTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${threeDigits(milliseconds / 1000)} s`;
  if (milliseconds >= 1) return `${threeDigits(milliseconds)} ms`;
  if (milliseconds >= 1e-3) return `${threeDigits(milliseconds * 1e3)} µs`;
  return `${threeDigits(milliseconds * 1e6)} ns`;
}

function threeDigits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function row(name: string, alternative: string, time: string, ratio: string): string {
  return `${fit(name, NAME)}${fit(alternative, ALTERNATIVE)}${time.padStart(TIME)}${ratio.padStart(RATIO)}`;
}

function fit(text: string, width: number): string {
  return (text.length < width ? text : `${text.slice(0, width - 2)}…`).padEnd(width);
}
