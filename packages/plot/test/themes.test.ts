import { Chart, darkTheme, lightTheme } from "@rushlight/plot";
import { beforeAll, describe, expect, test } from "vitest";
import { contrast } from "../src/themes/colours.ts";
import { gallery } from "./gallery/gallery.ts";
import { behind, type Drawn, drawn } from "./support/drawing.ts";

const NAMES = [
  "loss",
  "accuracy",
  "fit",
  "predictions",
  "digits",
  "weights",
  "confusion",
  "histograms",
  "probabilities",
  "errors",
];

let charts: Record<string, Chart>;
const drawings = new Map<string, Promise<string>>();
beforeAll(async () => {
  charts = await gallery();
});

/** A chart of the gallery, drawn once for all tests. */
function svgOf(name: string, theme: "light" | "dark" | "auto"): Promise<string> {
  const svg = drawings.get(`${name} ${theme}`) ?? charts[name].toSvg({ theme });
  drawings.set(`${name} ${theme}`, svg);
  return svg;
}

test("every chart of the gallery is looked at", () => {
  expect(Object.keys(charts)).toEqual(NAMES);
});

describe.each([lightTheme, darkTheme])("in the $name theme", (theme) => {
  test.each(NAMES)("all text of %s has 4.5 to 1 to what is behind it", async (name) => {
    const shapes = drawn(await svgOf(name, theme.name));
    const texts = shapes.filter(({ tag, text }) => tag === "text" && text !== "");
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) {
      const ground = behind(shapes, shapes.indexOf(text));
      expect(contrast(text.fill, ground), `${text.text}: ${text.fill} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(NAMES)("all shapes of %s that carry meaning have 3 to 1 to the background", async (name) => {
    const shapes = drawn(await svgOf(name, theme.name));
    const colours = shapes.flatMap((shape) => meaningful(shape, shapes));
    // All cells of a confusion matrix have their numbers.
    expect(colours.length > 3).toBe(name !== "confusion");
    for (const colour of colours) {
      if (colour === theme.grid || colour === theme.background) continue;
      expect(contrast(colour, theme.background), colour).toBeGreaterThanOrEqual(3);
    }
  });
});

/** The colours of a shape that has to be seen: a cell with a number needs none, nor does the inside of a band with an edge. */
function meaningful(shape: Drawn, shapes: readonly Drawn[]): string[] {
  const { tag, attributes, fill, stroke } = shape;
  if (tag === "text" || tag === "image" || tag === "stop") return [];
  const colours = [stroke, fill].filter((colour) => colour.startsWith("#"));
  if (attributes["fill-opacity"] !== undefined && attributes["fill-opacity"] !== "1") {
    expect(shapes.some((other) => other.stroke === fill)).toBe(true);
    return [];
  }
  const index = shapes.indexOf(shape);
  const written = shapes.some((other, i) => i > index && other.tag === "text" && behindIs(shapes, i, fill));
  return written ? [] : colours;
}

function behindIs(shapes: readonly Drawn[], index: number, fill: string): boolean {
  return shapes[index].text !== "" && behind(shapes, index) === fill;
}

test.each(NAMES)("%s is, for readers who prefer the dark, the dark chart", async (name) => {
  const [auto, dark, light] = await Promise.all([svgOf(name, "auto"), svgOf(name, "dark"), svgOf(name, "light")]);
  expect(drawn(auto, true).map(look)).toEqual(drawn(dark).map(look));
  expect(drawn(auto).map(look)).toEqual(drawn(light).map(look));
  expect(drawn(dark).map(look)).not.toEqual(drawn(light).map(look));
});

/** What can be seen of a shape: its gradient is called otherwise in each chart. */
function look({ tag, text, fill, stroke, x, y }: Drawn): unknown {
  return { tag, text, fill: fill.replace(/url\(.*\)/, "a gradient"), stroke, x, y };
}

test.each(NAMES)(
  "%s has no colour but those in hexadecimal digits, so that none is left as it is in the dark",
  async (name) => {
    for (const { tag, fill, stroke } of drawn(await svgOf(name, "auto"))) {
      // Those of a scale are the same in both.
      if (tag === "image" || tag === "stop") continue;
      for (const colour of [fill, stroke]) expect(colour).toMatch(/^(?:#[0-9a-f]{6}|none|transparent|url\(#[\w-]+\))$/);
    }
  },
);

test.each(NAMES)(
  "%s has nothing that shines through but the insides of bands, so that colours are what they say",
  async (name) => {
    const svg = await svgOf(name, "auto");
    expect(svg).not.toMatch(/ (?:stroke-)?opacity="/);
    expect([...svg.matchAll(/ fill-opacity="([^"]*)"/g)].every(([, share]) => share === "1" || name === "fit")).toBe(
      true,
    );
  },
);

test("a chart without colours of its own theme has no rules", async () => {
  const plain = new Chart({ title: "t", description: "d" }, () => Promise.resolve("<svg><g/></svg>"));
  expect(await plain.toSvg()).not.toContain("<style>");
});
