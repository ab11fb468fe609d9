import { Chart, darkTheme, imageGrid, lightTheme, lineChart } from "@rushlight/plot";
import { renderPng } from "@rushlight/plot/node";
import { ArgumentError, tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { interWidth } from "../src/svg/interWidths.ts";
import { picture, share } from "./support/pictures.ts";

function named(title: string): Chart {
  return lineChart({
    title,
    x: { title: "epoch" },
    y: { title: "loss" },
    series: [{ name: "training", points: [1, 2, 3].map((x) => ({ x, y: 1 / x })) }],
  });
}

/** Text alone, at the left edge, as high as it is wide. */
function text(content: string, attributes: string): Chart {
  const svg = (colour: string, behind: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60"><rect width="900" height="60" fill="${behind}"/><text x="0" y="40" font-family="Inter" ${attributes} fill="${colour}">${content}</text></svg>`;
  return new Chart({ title: content, description: "text" }, () => Promise.resolve(svg("#000000", "#ffffff")));
}

async function inkWidth(chart: Chart): Promise<number> {
  const { width, height, at } = await picture(chart, { scale: 1 });
  for (let x = width - 1; x >= 0; x--) for (let y = 0; y < height; y++) if (at(x, y) !== "#ffffff") return x + 1;
  return 0;
}

test("a picture is as large as the chart times its scale", async () => {
  const svg = await named("Loss").toSvg();
  const [width = 0, height = 0] = /width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1).map(Number) ?? [];
  for (const scale of [0.5, 1, 2]) {
    const png = await picture(named("Loss"), { scale });
    expect([png.width, png.height]).toEqual([Math.round(width * scale), Math.round(height * scale)]);
  }
  expect((await picture(named("Loss"))).width).toBe(2 * width);
});

test("a picture has the background, the text and the line of its theme", async () => {
  for (const theme of [lightTheme, darkTheme]) {
    const png = await picture(named("Loss"), { theme: theme.name });
    expect(share(png, theme.background)).toBeGreaterThan(0.8);
    expect(share(png, theme.series[0])).toBeGreaterThan(0.002);
    expect(share(png, theme.text, { from: 0, to: 0.1 })).toBeGreaterThan(0.001);
  }
});

test("text is drawn: another title is another picture, in the part with the title alone", async () => {
  const [a, b] = [await picture(named("Loss")), await picture(named("Cost"))];
  const differs = (from: number, to: number): boolean => {
    for (let y = from; y < to; y++) for (let x = 0; x < a.width; x++) if (a.at(x, y) !== b.at(x, y)) return true;
    return false;
  };
  const title = Math.floor(a.height * 0.12);
  expect(differs(0, title)).toBe(true);
  expect(differs(title, a.height)).toBe(false);
});

test.each(["Ångström", "λ and μ", "Потери", "784 → 10", "ŷ ≠ y"])(
  "the characters of %s are in the fonts",
  async (content) => {
    // What a font lacks is drawn as an empty box, and any two such boxes are the same.
    const missing = await picture(text("\u{e000}".repeat(3), 'font-size="30"'), { scale: 1 });
    for (const character of new Set(content.replaceAll(" ", ""))) {
      const drawn = await picture(text(character.repeat(3), 'font-size="30"'), { scale: 1 });
      expect(same(drawn, missing), character).toBe(false);
      expect(share(drawn, "#ffffff"), character).toBeLessThan(1);
    }
  },
);

function same(a: Awaited<ReturnType<typeof picture>>, b: typeof a): boolean {
  for (let y = 0; y < a.height; y++) for (let x = 0; x < a.width; x++) if (a.at(x, y) !== b.at(x, y)) return false;
  return true;
}

test.each(["Hamburgefonstiv 0123456789", "cross-entropy, mean of 20 batches", "(%) [WMil] #@~ H"])(
  "the widths that charts are laid out by are those of the font: %s",
  async (content) => {
    for (const [weight, bold] of [
      [400, false],
      [600, true],
    ] as const) {
      const ink = await inkWidth(text(content, `font-size="40" font-weight="${weight}"`));
      const expected = interWidth(content, 40, bold);
      expect(Math.abs(ink - expected) / expected).toBeLessThan(0.03);
    }
  },
);

test("pixels of images are squares of one colour at every scale", async () => {
  const chart = imageGrid(
    tensor([
      [
        [0, 1],
        [1, 0],
      ],
    ]),
    { title: "Check", zoom: 20 },
  );
  const png = await picture(chart, { scale: 3 });
  const colours = new Map<string, number>();
  for (let y = Math.floor(png.height * 0.5); y < png.height; y++) {
    for (let x = 0; x < png.width; x++) colours.set(png.at(x, y), (colours.get(png.at(x, y)) ?? 0) + 1);
  }
  // Two squares of 60 x 60 each, at least one half of each in the lower half of the picture, and nothing between black and white but the frame.
  expect(colours.get("#000000")).toBeGreaterThan(3000);
  const between = [...colours].filter(
    ([colour]) => /^#(..)\1\1$/.test(colour) && colour !== "#000000" && colour !== "#ffffff",
  );
  expect(between.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(50);
});

test("many pictures can be made at once, and all are the same", async () => {
  const pngs = await Promise.all(Array.from({ length: 4 }, () => renderPng(named("Loss"))));
  for (const png of pngs) expect(png).toEqual(pngs[0]);
});

describe("what makes no sense is refused", () => {
  test.each([
    [{ theme: "auto" }, 'renderPng: expected a theme "light" or "dark", got "auto"'],
    [{ scale: 0 }, "renderPng: expected a scale above 0 to 8, got 0"],
    [{ scale: Number.NaN }, "renderPng: expected a scale above 0 to 8, got NaN"],
    [{ size: 2 }, 'renderPng: expected options named theme, scale, got "size"'],
  ])("%j", async (options, message) => {
    await expect(renderPng(named("Loss"), options as object)).rejects.toThrow(new ArgumentError(message));
  });
});
