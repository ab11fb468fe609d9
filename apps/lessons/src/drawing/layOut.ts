import type { Graph, GraphNode } from "./Graph.ts";

const CHARACTER = 7;
const LINE = 17;
const PADDING = 10;
const GAP_X = 28;
const GAP_Y = 36;
const TITLE = 40;
const MARGIN = 16;

/** A node with its place, in pixels. */
export interface Box {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the name and the lines are written. */
  readonly baselines: readonly number[];
}

/** Where everything of a drawing is. */
export interface Layout {
  /** By the names of the nodes. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
  /** The baseline of the title. */
  readonly title: number;
}

/** Places rows below each other, each in the middle. */
export function layOut({ title, rows }: Graph): Layout {
  const widths = rows.map((row) => row.reduce((sum, node) => sum + widthOf(node) + GAP_X, -GAP_X));
  const width = Math.max(1.3 * title.length * CHARACTER, ...widths) + 2 * MARGIN;
  const boxes = new Map<string, Box>();
  let y = TITLE + MARGIN;
  for (const [i, row] of rows.entries()) {
    let x = (width - widths[i]) / 2;
    const height = Math.max(...row.map(heightOf));
    for (const node of row) {
      const top = y;
      const baselines = Array.from({ length: node.lines.length + 1 }, (_, line) => top + (line + 1) * LINE + 2);
      boxes.set(node.name, { node, x, y, width: widthOf(node), height, baselines });
      x += widthOf(node) + GAP_X;
    }
    y += height + GAP_Y;
  }
  return { boxes, width, height: y - GAP_Y + MARGIN, title: MARGIN + 14 };
}

function widthOf({ name, lines }: GraphNode): number {
  return Math.max(name.length, ...lines.map((line) => line.length)) * CHARACTER + 2 * PADDING;
}

function heightOf({ lines }: GraphNode): number {
  return (lines.length + 1) * LINE + PADDING;
}
