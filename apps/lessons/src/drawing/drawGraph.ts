import type { Drawing } from "../lesson/Page.ts";
import type { Graph, GraphNode } from "./Graph.ts";

const CHARACTER = 7.3;
const LINE = 18;
const PADDING = 12;
const GAP_X = 28;
const GAP_Y = 36;
const TITLE = 32;
const MARGIN = 16;

const STYLE = `
.graph-paper{fill:#ffffff}.graph-box{fill:#eef3fa;stroke:#33557f}.graph-arrow{stroke:#444444;fill:none}
.graph-head{fill:#444444}.graph-text{fill:#1a1a1a}
@media (prefers-color-scheme:dark){.graph-paper{fill:#1b1e23}.graph-box{fill:#26303d;stroke:#8fb4e3}
.graph-arrow{stroke:#c0c0c0}.graph-head{fill:#c0c0c0}.graph-text{fill:#eeeeee}}`;

interface Box {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A graph as a drawing: rows below each other, each in the middle, on light and on dark pages. */
export function drawGraph(graph: Graph): Drawing {
  return { toSvg: () => Promise.resolve(svg(graph)) };
}

function svg({ title, rows }: Graph): string {
  const widths = rows.map((row) => row.reduce((sum, node) => sum + widthOf(node) + GAP_X, -GAP_X));
  const width = Math.max(title.length * CHARACTER, ...widths) + 2 * MARGIN;
  const boxes = new Map<string, Box>();
  let y = TITLE + MARGIN;
  for (const [i, row] of rows.entries()) {
    let x = (width - widths[i]) / 2;
    const height = Math.max(...row.map(heightOf));
    for (const node of row) {
      boxes.set(node.name, { node, x, y, width: widthOf(node), height });
      x += widthOf(node) + GAP_X;
    }
    y += height + GAP_Y;
  }
  const height = y - GAP_Y + MARGIN;
  const arrows = [...boxes.values()].flatMap((box) =>
    (box.node.from ?? []).flatMap((name) => {
      const source = boxes.get(name);
      return source === undefined ? [] : [arrow(source, box)];
    }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-label="${escaped(title)}" font-family="ui-monospace, monospace" font-size="12">`,
    `<style>${STYLE}</style>`,
    `<defs><marker id="graph-head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="graph-head" d="M0 0L8 4L0 8z" /></marker></defs>`,
    `<rect class="graph-paper" width="100%" height="100%" />`,
    `<text class="graph-text" x="${round(width / 2)}" y="${MARGIN + 8}" text-anchor="middle" font-weight="bold">${escaped(title)}</text>`,
    ...arrows,
    ...[...boxes.values()].map(drawBox),
    "</svg>",
  ].join("\n");
}

function widthOf({ name, lines }: GraphNode): number {
  return Math.max(name.length, ...lines.map((line) => line.length)) * CHARACTER + 2 * PADDING;
}

function heightOf({ lines }: GraphNode): number {
  return (lines.length + 1) * LINE + PADDING;
}

function drawBox({ node, x, y, width, height }: Box): string {
  const texts = [node.name, ...node.lines].map((line, i) => {
    const weight = i === 0 ? ' font-weight="bold"' : "";
    return `<text class="graph-text" x="${round(x + width / 2)}" y="${round(y + (i + 1) * LINE)}" text-anchor="middle"${weight}>${escaped(line)}</text>`;
  });
  const rectangle = `<rect class="graph-box" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6" />`;
  return rectangle + texts.join("");
}

function arrow(source: Box, target: Box): string {
  const start = `${round(source.x + source.width / 2)} ${round(source.y + source.height)}`;
  const end = `${round(target.x + target.width / 2)} ${round(target.y)}`;
  return `<path class="graph-arrow" d="M${start}L${end}" marker-end="url(#graph-head)" />`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
