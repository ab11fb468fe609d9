import { Chart, type Theme } from "@rushlight/plot";
import type { Graph } from "./Graph.ts";
import { graphText } from "./graphText.ts";
import { type Box, layOut } from "./layOut.ts";

/** A graph as a drawing: rows below each other, with arrows from row to row. */
export function drawGraph(graph: Graph): Chart {
  return new Chart({ title: graph.title, description: graphText(graph) }, (theme) =>
    Promise.resolve(svg(graph, theme)),
  );
}

function svg(graph: Graph, theme: Theme): string {
  const { boxes, width, height, title } = layOut(graph);
  const parts: string[] = [];
  for (const box of boxes.values()) {
    for (const name of box.node.from ?? []) {
      const source = boxes.get(name);
      if (source !== undefined) parts.push(arrow(source, box, theme));
    }
  }
  for (const box of boxes.values()) parts.push(rectangle(box, theme), ...texts(box, theme));
  const middle = `x="${round(width / 2)}" text-anchor="middle"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" font-family="Inter, system-ui, 'Helvetica Neue', Arial, sans-serif" font-size="12"><rect width="100%" height="100%" fill="${theme.background}"/><defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path fill="${theme.axis}" d="M0 0L8 4L0 8z"/></marker></defs><text ${middle} y="${title}" font-size="15" font-weight="bold" fill="${theme.text}">${escaped(graph.title)}</text>${parts.join("")}</svg>`;
}

function rectangle({ x, y, width, height }: Box, theme: Theme): string {
  const place = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  return `<rect ${place} rx="6" fill="${theme.background}" stroke="${theme.series[0]}" stroke-width="1.5"/>`;
}

function texts({ node, x, width, baselines }: Box, theme: Theme): string[] {
  return [node.name, ...node.lines].map((line, i) => {
    const look = i === 0 ? `font-weight="bold" fill="${theme.text}"` : `fill="${theme.mutedText}"`;
    return `<text x="${round(x + width / 2)}" y="${round(baselines[i])}" text-anchor="middle" ${look}>${escaped(line)}</text>`;
  });
}

function arrow(source: Box, target: Box, theme: Theme): string {
  const start = `${round(source.x + source.width / 2)} ${round(source.y + source.height)}`;
  const end = `${round(target.x + target.width / 2)} ${round(target.y)}`;
  return `<path d="M${start}L${end}" fill="none" stroke="${theme.axis}" marker-end="url(#head)"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
