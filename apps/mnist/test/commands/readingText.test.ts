import { eye } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/commands/predict/Reading.ts";
import { readingText } from "../../src/commands/predict/readingText.ts";
import { textOptions } from "../../src/commands/textOptions.ts";

const reading: Reading = {
  path: "a\nb.png",
  seen: {
    image: eye(28, 28, { dtype: "uint8" }),
    inverted: true,
    box: { left: 0, top: 0, width: 20, height: 20 },
    shift: { right: 0, down: 0 },
  },
  digit: 3,
  probabilities: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
  evidence: new Float32Array(784),
};

function linesAt(columns: number | undefined): readonly string[] {
  return readingText(reading, textOptions(columns === undefined ? {} : { columns })).split("\n");
}

describe("the text of a reading", () => {
  it.each([80, 60, 40, 28])("fits a terminal of %d columns", (columns) => {
    const lines = linesAt(columns);
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines.filter((line) => /(^| )3 .*100\.00$/.test(line))).toHaveLength(1);
  });

  it("puts the bars below the picture where there is no room beside it", () => {
    expect(linesAt(40).length).toBeGreaterThan(linesAt(60).length + 10);
  });

  it("is laid out for 80 columns where the width is not known, and for 20 at least", () => {
    expect(linesAt(undefined)).toEqual(linesAt(80));
    expect(linesAt(0)).toEqual(linesAt(80));
    expect(linesAt(200)).toEqual(linesAt(80));
    expect(linesAt(5)).toEqual(linesAt(20));
  });

  it("names the file on one line, whatever its name", () => {
    expect(linesAt(80)[0]).toBe("a\\nb.png: 3, 100.00 %");
  });
});
