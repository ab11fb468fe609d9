import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readImage } from "../../src/images/readImage.ts";
import { toMnist } from "../../src/images/toMnist.ts";
import { drawDigit } from "../drawings/drawDigit.ts";
import { hands } from "../drawings/hands.ts";
import { difference, unlikeness } from "./pictures.ts";

const folder = join(import.meta.dirname, "../fixtures/digits");

describe.each(["first", "second"] as const)("the digits of the %s hand", (hand) => {
  it.each(["black-on-white", "white-on-black"])("are those that the script draws, %s", async (polarity) => {
    const [ink, paper] = polarity.split("-on-");
    for (const [digit, drawing] of hands[hand].entries()) {
      const file = readFileSync(join(folder, `${hand}-hand`, polarity, `${digit}.png`));
      const [committed, again] = await Promise.all([pixels(file), pixels(await drawDigit(drawing, { ink, paper }))]);
      expect(committed.length).toBe(280 * 280);
      expect(difference(committed, again)).toBeLessThan(0.5);
    }
  });

  it("look the same in both polarities", async () => {
    for (const [digit] of hands[hand].entries()) {
      const [dark, light] = await Promise.all(
        ["black-on-white", "white-on-black"].map(async (polarity) =>
          toMnist(await readImage(join(folder, `${hand}-hand`, polarity, `${digit}.png`))),
        ),
      );
      expect([dark.inverted, light.inverted]).toEqual([true, false]);
      expect(unlikeness(dark.image.data, light.image.data)).toBeLessThan(1.5);
    }
  });
});

async function pixels(file: Uint8Array): Promise<Uint8Array> {
  return sharp(file).toColourspace("b-w").raw().toBuffer();
}
