import { barChart, confusionChart, histogramGrid, imageGrid, weightGrid } from "@rushlight/plot";
import { range, tensor, zeros } from "@rushlight/tensor";
import fc from "fast-check";
import { decode } from "fast-png";
import { describe, expect, test } from "vitest";
import { outlineOf } from "../src/histogram/outlineOf.ts";
import { base64 } from "../src/images/base64.ts";
import { divergingChannels } from "../src/themes/diverging.ts";
import { drawn } from "./support/drawing.ts";

/** The images in an SVG, as their pixels by channel. */
function imagesIn(svg: string): { width: number; height: number; channels: number; data: number[] }[] {
  return [...svg.matchAll(/href="data:image\/png;base64,([^"]*)"/g)].map(([, text = ""]) => {
    const { width, height, channels, data } = decode(Buffer.from(text, "base64"));
    return { width, height, channels, data: Array.from(data) };
  });
}

function texts(svg: string): string[] {
  return drawn(svg)
    .map(({ text }) => text)
    .filter((text) => text !== "");
}

test("bytes in base 64 are what Node makes of them", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});

describe("a grid of images", () => {
  test("has each number as a shade between the least and the largest of all, by default", async () => {
    const svg = await imageGrid(
      tensor([
        [
          [0, 1],
          [2, 3],
        ],
        [
          [4, 4],
          [4, 5],
        ],
      ]),
      { title: "A" },
    ).toSvg();
    expect(imagesIn(svg).map(({ data }) => data)).toEqual([
      [0, 51, 102, 153],
      [204, 204, 204, 255],
    ]);
    expect(imagesIn(svg)[0]).toMatchObject({ width: 2, height: 2, channels: 1 });
  });

  test("has each number as a shade of the range that is given, cut to it", async () => {
    const svg = await imageGrid(tensor([[[-1, 0, 5, 10, 11]]]), { title: "A", range: [0, 10] }).toSvg();
    expect(imagesIn(svg)[0]?.data).toEqual([0, 0, 128, 255, 255]);
  });

  test("has three channels as red, green and blue, whatever the strides", async () => {
    const pixels = tensor([
      [
        [255, 0],
        [0, 10],
      ],
      [
        [0, 255],
        [0, 20],
      ],
      [
        [0, 0],
        [255, 30],
      ],
    ]);
    const expected = [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30];
    const svg = await imageGrid(pixels.view(1, 3, 2, 2), { title: "A" }).toSvg();
    expect(imagesIn(svg)[0]).toMatchObject({ channels: 3, data: expected });
    const turned = pixels.view(1, 3, 2, 2).transpose(2, 3).clone().transpose(2, 3);
    expect(turned.isContiguous()).toBe(false);
    expect(imagesIn(await imageGrid(turned, { title: "A" }).toSvg())[0]?.data).toEqual(expected);
  });

  test("has images of equal numbers too", async () => {
    expect(imagesIn(await imageGrid(zeros(1, 2, 2), { title: "A" }).toSvg())[0]?.data).toEqual([0, 0, 0, 0]);
  });

  test("says below each image what it is, and of predictions which are wrong, in colour and with a sign", async () => {
    const images = zeros(3, 2, 2);
    const labels = tensor([7, 8, 9], { dtype: "int32" });
    expect(texts(await imageGrid(images, { title: "A", labels }).toSvg())).toEqual(["7", "8", "9", "A"]);
    const chart = imageGrid(images, { title: "A", labels, predictions: ["7", 3, 9] });
    const shapes = drawn(await chart.toSvg({ theme: "light" }));
    const [right, wrong] = ["#0b58ad", "#b84a00"];
    expect(
      shapes
        .filter(({ tag }) => tag === "text")
        .slice(0, 3)
        .map(({ text, fill }) => [text, fill]),
    ).toEqual([
      ["7", right],
      ["3, not 8", wrong],
      ["9", right],
    ]);
    const signs = shapes.filter(({ attributes }) => /^M[^hHZ]*$/.test(attributes.d ?? ""));
    expect(signs.map(({ stroke }) => stroke)).toEqual([right, wrong, right]);
    expect(signs[0]?.attributes.d).toBe(signs[2]?.attributes.d);
    expect(signs[0]?.attributes.d).not.toBe(signs[1]?.attributes.d);
    expect(chart.description).toBe("3 images of 2 x 2. 2 predictions are right, 1 is wrong: 3, not 8.");
  });

  test("has as many columns as it is told, and images do not lie on each other", async () => {
    const svg = await imageGrid(zeros(7, 4, 6), { title: "A", columns: 3, zoom: 5 }).toSvg();
    const places = [...svg.matchAll(/<image[^>]*transform="translate\(([\d.]+),([\d.]+)\)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(places).toEqual([
      [0, 0],
      [40, 0],
      [80, 0],
      [0, 30],
      [40, 30],
      [80, 30],
      [0, 60],
    ]);
    expect(svg).toContain('width="30" height="20"');
  });
});

describe("a grid of weights", () => {
  test("is white at 0 and darker on both sides, blue above and orange below, full at the largest magnitude", async () => {
    const svg = await weightGrid(tensor([[[-2, -1, 0, 1, 2]]]), { title: "A" }).toSvg();
    expect(imagesIn(svg)[0]?.data).toEqual([
      0x7f, 0x33, 0, 0xe0, 0x8a, 0x3c, 0xf7, 0xf7, 0xf7, 0x5b, 0x9f, 0xd6, 7, 0x3d, 0x75,
    ]);
    expect(texts(svg)).toEqual(expect.arrayContaining(["−2", "0", "2", "weight"]));
  });

  test("has a scale with the name that is given", async () => {
    const svg = await weightGrid(zeros(1, 2, 2), { title: "A", legend: "evidence" }).toSvg();
    expect(texts(svg)).toContain("evidence");
    expect(texts(svg)).not.toContain("weight");
  });

  test("has one scale for all images, which a limit sets", async () => {
    const limited = await weightGrid(tensor([[[1]], [[4]]]), { title: "A", limit: 2 }).toSvg();
    expect(imagesIn(limited).map(({ data }) => data)).toEqual([divergingChannels(0.5), divergingChannels(1)]);
    expect(texts(await weightGrid(zeros(1, 1, 1), { title: "A" }).toSvg())).toContain("1");
  });

  test("has a row for each output of a convolution and a column for each input", async () => {
    const weights = range(1, 12).view(2, 3, 1, 2);
    const svg = await weightGrid(weights, { title: "A", limit: 12 }).toSvg();
    expect(imagesIn(svg)).toHaveLength(6);
    const ys = [...svg.matchAll(/<image[^>]*transform="translate\([\d.]+,([\d.]+)\)"/g)].map(([, y]) => Number(y));
    expect(new Set(ys.slice(0, 3)).size).toBe(1);
    expect(ys[3]).toBeGreaterThan(ys[2] ?? 0);
    expect(imagesIn(svg)[4]?.data).toEqual([9, 10].flatMap((value) => divergingChannels(value / 12)));
  });
});

describe("a confusion matrix", () => {
  const matrix = tensor([
    [98, 2, 0],
    [30, 70, 0],
    [0, 0, 0],
  ]);

  test("has every count, its classes and the share of each that was recognised", async () => {
    const svg = await confusionChart(matrix, { title: "A", classes: ["cat", "dog", "fish"] }).toSvg();
    expect(texts(svg)).toEqual(
      expect.arrayContaining([
        "98",
        "2",
        "·",
        "30",
        "70",
        "98.0 %",
        "70.0 %",
        "-",
        "recognised",
        "taken for",
        "actual class",
      ]),
    );
    expect(texts(svg).filter((text) => text === "dog")).toHaveLength(2);
    expect(texts(svg)).toContain("84.0 % right, 168 of 200");
  });

  test("has what is right in another colour than what is wrong, the stronger the more", async () => {
    const shapes = drawn(await confusionChart(matrix, { title: "A" }).toSvg({ theme: "light" }));
    const fills = shapes
      .filter(({ tag, attributes }) => tag === "path" && attributes.d?.includes("v38"))
      .map(({ fill }) => fill);
    expect(fills).toHaveLength(9);
    const [right, rare, , often] = fills.map((fill) => [1, 3, 5].map((i) => Number.parseInt(fill.slice(i, i + 2), 16)));
    expect(right[2]).toBeGreaterThan(right[0]);
    expect(often[0]).toBeGreaterThan(often[2]);
    expect(rare[2]).toBeGreaterThan(often[2]);
    expect(new Set(fills.slice(6)).size).toBe(1);
  });

  test("of a hundred classes is drawn without numbers", async () => {
    const svg = await confusionChart(zeros(100, 100).fill(3), { title: "A" }).toSvg();
    expect(texts(svg)).not.toContain("3.0 %");
    expect(svg.length).toBeLessThan(1_500_000);
  });

  test("takes counts that are not whole", async () => {
    expect(texts(await confusionChart(tensor([[0.123456]]), { title: "A" }).toSvg())).toContain("0.123");
  });
});

describe("histograms", () => {
  test("are as high as the shares of their bins", () => {
    expect(outlineOf({ from: 0, to: 2, counts: [1, 3] })).toEqual({
      domain: [0, 2],
      steps: [
        { x: 0, share: 0.25 },
        { x: 1, share: 0.75 },
        { x: 2, share: 0.75 },
      ],
    });
    expect(outlineOf({ from: 0, to: 2, counts: [0, 0] })).toBeUndefined();
  });

  test("of equal numbers are one narrow bar about them", () => {
    const outline = outlineOf({ from: 5, to: 5, counts: [0, 7, 0] });
    expect(outline?.domain).toEqual([4.5, 5.5]);
    expect(outline?.steps.map(({ share }) => share)).toEqual([1, 1]);
  });

  test("stand in the rows and columns that they are of, and what a row lacks is left blank", async () => {
    const histogram = { from: -1, to: 1, counts: new Float64Array([1, 2]) };
    const rows = [
      { name: "first", columns: { weight: histogram, output: histogram } },
      { name: "second", columns: { output: histogram, weight: undefined } },
      { name: "third", columns: { output: { ...histogram, counts: [0] } } },
    ];
    const chart = histogramGrid({ title: "A", rows });
    const svg = await chart.toSvg({ theme: "light" });
    expect(texts(svg)).toEqual(expect.arrayContaining(["first", "second", "third", "weight", "output", "no values"]));
    expect(texts(svg).filter((text) => text === "–")).toHaveLength(2);
    const areas = drawn(svg).filter(({ fill, tag }) => tag === "path" && ["#0268cd", "#b03000"].includes(fill));
    expect(areas.map(({ fill }) => fill)).toEqual(["#0268cd", "#b03000", "#b03000"]);
    expect(chart.description).toBe(
      "Histograms of weight and output. first: weight from -1 to 1, output from -1 to 1. second: output from -1 to 1. third: output from -1 to 1.",
    );
  });

  test("of small numbers have an exponent, but for 0", async () => {
    const svg = await histogramGrid({
      title: "A",
      rows: [{ name: "r", columns: { w: { from: -4e-5, to: 4e-5, counts: [1, 2] } } }],
    }).toSvg();
    expect(texts(svg)).toEqual(expect.arrayContaining(["−2e-5", "0", "2e-5"]));
  });
});

describe("bars", () => {
  const lengths = async (options: object, values: number[]): Promise<number[]> => {
    const bars = values.map((value, i) => ({ name: `b${i}`, value }));
    const shapes = drawn(await barChart({ title: "A", x: { title: "x", ...options }, bars }).toSvg({ theme: "light" }));
    return shapes
      .filter(({ fill }) => fill === "#0268cd")
      .map(({ attributes }) => Number(/h([\d.]+)/.exec(attributes.d ?? "")?.[1]));
  };

  test("are as long as their values, to both sides of 0", async () => {
    const [a = 0, b = 0, c = 0] = await lengths({}, [4, 2, -4]);
    expect(b).toBeCloseTo(a / 2, 1);
    expect(c).toBeCloseTo(a, 1);
  });

  test("fill the axis where it is told to end", async () => {
    expect(await lengths({ from: 0, to: 1 }, [1, 0.5])).toEqual([460, 230]);
  });

  test("have their numbers in the format of the axis, and names in the order given", async () => {
    const bars = [
      { name: "z", value: 0.5, error: 0.1 },
      { name: "a", value: 0.25 },
    ];
    const svg = await barChart({ title: "A", x: { title: "share", format: ".0%" }, bars }).toSvg();
    expect(texts(svg)).toEqual(expect.arrayContaining(["50%", "25%", "share"]));
    expect(texts(svg).filter((text) => text === "z" || text === "a")).toEqual(["z", "a"]);
  });

  test("have a line about their end for their error, if they have one", async () => {
    const ink = async (error: object): Promise<number> => {
      const svg = await barChart({ title: "A", x: { title: "x" }, bars: [{ name: "b", value: 1, ...error }] }).toSvg({
        theme: "light",
      });
      return drawn(svg).filter(
        ({ tag, fill, stroke }) => tag !== "text" && (stroke === "#1c1f24" || fill === "#1c1f24"),
      ).length;
    };
    expect([await ink({}), await ink({ error: 0 }), await ink({ error: 0.5 })]).toEqual([0, 0, 3]);
  });
});
