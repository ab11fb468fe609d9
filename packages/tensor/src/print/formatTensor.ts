import type { Tensor } from "../tensor/Tensor.ts";
import { general } from "./formatNumber.ts";
import { NumberFormat } from "./NumberFormat.ts";

const LINE_WIDTH = 80;

/** A tensor in Torch's layout, with zero-based indices. */
export function formatTensor(tensor: Tensor): string {
  if (tensor.dim() === 0) return `[${tensor.dtype} tensor with no dimension]`;
  const format = new NumberFormat(tensor.values());
  const footer = `[${tensor.dtype} tensor of size ${tensor.size().join("x")}]`;
  if (tensor.dim() === 1) return [...scaleLine(format), ...column(tensor, format), footer].join("\n");
  if (tensor.dim() === 2) return [...matrix(tensor, format, ""), footer].join("\n");
  const lines: string[] = [];
  for (const [position, slice] of slices(tensor)) {
    if (lines.length > 0) lines.push("");
    lines.push(`(${position.join(",")},.,.) = `, ...matrix(slice, format, " "));
  }
  return [...lines, footer].join("\n");
}

function scaleLine(format: NumberFormat): string[] {
  return format.scale === 1 ? [] : [`${general(format.scale)} *`];
}

function column(tensor: Tensor, format: NumberFormat): string[] {
  return Array.from(tensor.values(), (value) => format.format(value));
}

function matrix(tensor: Tensor, format: NumberFormat, indent: string): string[] {
  const columns = tensor.size(1);
  const perBlock = Math.max(1, Math.floor((LINE_WIDTH - indent.length) / (format.width + 1)));
  const rowIndent = format.scale === 1 ? indent : `${indent} `;
  const lines: string[] = [];
  for (let first = 0; first < columns; first += perBlock) {
    const count = Math.min(perBlock, columns - first);
    if (lines.length > 0) lines.push("");
    if (perBlock < columns) lines.push(`${indent}Columns ${first} to ${first + count - 1}`);
    lines.push(...scaleLine(format).map((line) => indent + line));
    for (let row = 0; row < tensor.size(0); row++) {
      const values = tensor.narrow(1, first, count).select(0, row).values();
      lines.push(rowIndent + Array.from(values, (value) => format.format(value)).join(" "));
    }
  }
  return lines;
}

/** All matrices of the last two dimensions with their leading indices, of which the first runs fastest. */
function* slices(tensor: Tensor): Generator<[position: number[], slice: Tensor]> {
  const leading = tensor.size().slice(0, -2);
  const position = leading.map(() => 0);
  while (true) {
    let slice = tensor;
    for (const index of position) slice = slice.select(0, index);
    yield [[...position], slice];
    let d = 0;
    while (d < position.length && ++position[d] === leading[d]) position[d++] = 0;
    if (d === position.length) return;
  }
}
