import * as nn from "@rushlight/nn";
import { zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { drawGraph } from "../src/drawing/drawGraph.ts";
import type { Graph } from "../src/drawing/Graph.ts";
import { graphText } from "../src/drawing/graphText.ts";
import { layOut } from "../src/drawing/layOut.ts";
import { moduleGraph } from "../src/drawing/moduleGraph.ts";

const graph: Graph = {
  title: "x < y & z",
  rows: [
    [
      { name: "x", lines: ["value 1"] },
      { name: "a longer name", lines: [] },
    ],
    [{ name: "sum", lines: ["value 3", "gradient 1"], from: ["x", "a longer name"] }],
  ],
};

test("a graph as text has a line for each node, with where its arrows come from", () => {
  expect(graphText(graph)).toBe(
    ["x              value 1", "a longer name", "sum            value 3, gradient 1 <- x, a longer name"].join("\n"),
  );
});

test("boxes of a row do not overlap, rows are below each other, and all is inside of the drawing", () => {
  const { boxes, width, height } = layOut(graph);
  const [x, longer, sum] = [...boxes.values()];
  expect(x.x + x.width).toBeLessThan(longer.x);
  expect(Math.max(x.y + x.height, longer.y + longer.height)).toBeLessThan(sum.y);
  for (const box of boxes.values()) {
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(width);
    expect(box.y + box.height).toBeLessThan(height);
    expect(box.baselines).toHaveLength(box.node.lines.length + 1);
    expect(box.baselines.at(-1)).toBeLessThan(box.y + box.height);
  }
});

test("a drawing has a box for each node, an arrow for each connection, and its text escaped", async () => {
  const svg = await drawGraph(graph).toSvg({ theme: "light" });
  expect(svg.match(/rx="6"/g)).toHaveLength(3);
  expect(svg.match(/marker-end/g)).toHaveLength(2);
  expect(svg).toContain("x &lt; y &amp; z");
  expect(svg).not.toContain("x < y");
});

test("a graph of modules has their sizes and parameters", () => {
  const network = nn.sequential(new nn.Linear(4, 3), new nn.Tanh());
  const input = zeros(5, 4);
  network.forward(input);
  expect(graphText(moduleGraph("net", network, input))).toBe(
    [
      "input              5x4",
      "(0) Linear(4 → 3)  5x3, 15 parameters <- input",
      "(1) Tanh           5x3 <- (0) Linear(4 → 3)",
    ].join("\n"),
  );
});
