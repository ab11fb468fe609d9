import { darkTheme, lightTheme } from "@rushlight/plot";
import { describe, expect, test } from "vitest";
import { TERMINAL_SERIES } from "../src/text/paint.ts";
import { contrast, readableOn } from "../src/themes/colours.ts";
import { DIVERGING } from "../src/themes/diverging.ts";
import { seriesStyle } from "../src/themes/seriesStyles.ts";
import { ciede2000, difference, VISIONS } from "./support/colourVision.ts";

test("the measure of differences agrees with the pairs that its authors published", () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
});

describe.each([lightTheme, darkTheme])("the $name theme", (theme) => {
  test.each(VISIONS)("has series that differ clearly for people with a colour deficiency of kind %s", (vision) => {
    for (const [i, a] of theme.series.entries()) {
      for (const b of theme.series.slice(i + 1)) {
        expect(difference(a, b, vision), `${a} and ${b}`).toBeGreaterThan(10);
      }
    }
  });

  test.each(VISIONS)("has colours of right and wrong that differ clearly for kind %s", (vision) => {
    expect(difference(theme.right, theme.wrong, vision)).toBeGreaterThan(25);
  });

  test("has text of 4.5 to 1 and all else but the grid of 3 to 1 on its background", () => {
    for (const text of [theme.text, theme.mutedText, theme.right, theme.wrong]) {
      expect(contrast(text, theme.background)).toBeGreaterThan(4.5);
    }
    for (const colour of [theme.axis, ...theme.series]) expect(contrast(colour, theme.background)).toBeGreaterThan(3);
  });

  test("gives each of 24 series a look that no other has", () => {
    const looks = Array.from({ length: 24 }, (_, i) => JSON.stringify(seriesStyle(theme, i)));
    expect(new Set(looks).size).toBe(24);
    // Neighbours differ by more than colour.
    for (let i = 1; i < 24; i++) {
      expect(seriesStyle(theme, i).dash).not.toEqual(seriesStyle(theme, i - 1).dash);
      expect(seriesStyle(theme, i).shape).not.toBe(seriesStyle(theme, i - 1).shape);
    }
  });
});

test.each(VISIONS)("weights of different signs have different colours for kind %s", (vision) => {
  for (const step of [0, 1]) expect(difference(DIVERGING[step], DIVERGING[4 - step], vision)).toBeGreaterThan(20);
});

test("black or white is readable on every colour", () => {
  for (let colour = 0; colour < 1 << 24; colour += 977) {
    const text = `#${colour.toString(16).padStart(6, "0")}`;
    expect(contrast(readableOn(text), text)).toBeGreaterThan(4.5);
  }
});

test("colours in terminals have 3 to 1 on black and on white", () => {
  const cube = [0, 95, 135, 175, 215, 255];
  for (const number of TERMINAL_SERIES) {
    const digits = [Math.floor((number - 16) / 36), Math.floor((number - 16) / 6) % 6, (number - 16) % 6];
    const colour = `#${digits.map((digit) => cube[digit].toString(16).padStart(2, "0")).join("")}`;
    expect(contrast(colour, "#000000")).toBeGreaterThan(3);
    expect(contrast(colour, "#ffffff")).toBeGreaterThan(3);
  }
});
