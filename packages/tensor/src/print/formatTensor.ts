import { elements } from "../layout/elements.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { general } from "./formatNumber.ts";
import { NumberFormat } from "./NumberFormat.ts";

const LINE_WIDTH = 80;

/** A tensor in Torch's layout, with zero-based indices. */
export function formatTensor(tensor: StridedElements): string {
  const size = tensor.size();
  if (size.length === 0) return `[${tensor.dtype} tensor with no dimension]`;
  const format = new NumberFormat(elements(tensor));
  const footer = `[${tensor.dtype} tensor of size ${size.join("x")}]`;
  if (size.length === 1) return [...scaleLine(format), ...column(tensor, format), footer].join("\n");
  if (size.length === 2) return [...matrix(tensor, tensor.storageOffset(), format, ""), footer].join("\n");
  const lines: string[] = [];
  for (const [position, offset] of slices(tensor)) {
    if (lines.length > 0) lines.push("");
    lines.push(`(${position.join(",")},.,.) = `, ...matrix(tensor, offset, format, " "));
  }
  return [...lines, footer].join("\n");
}

function scaleLine(format: NumberFormat): string[] {
  return format.scale === 1 ? [] : [`${general(format.scale)} *`];
}

function column(tensor: StridedElements, format: NumberFormat): string[] {
  return Array.from(elements(tensor), (value) => format.format(value));
}

/** The matrix of the last two dimensions whose first element is at `offset`. */
function matrix(tensor: StridedElements, offset: number, format: NumberFormat, indent: string): string[] {
  const [rows, columns] = tensor.size().slice(-2);
  const [rowStride, columnStride] = tensor.stride().slice(-2);
  const { data } = tensor.storage();
  const perBlock = Math.max(1, Math.floor((LINE_WIDTH - indent.length) / (format.width + 1)));
  const rowIndent = format.scale === 1 ? indent : `${indent} `;
  const lines: string[] = [];
  for (let first = 0; first < columns; first += perBlock) {
    const count = Math.min(perBlock, columns - first);
    if (lines.length > 0) lines.push("");
    if (perBlock < columns) lines.push(`${indent}Columns ${first} to ${first + count - 1}`);
    lines.push(...scaleLine(format).map((line) => indent + line));
    for (let row = 0; row < rows; row++) {
      const start = offset + row * rowStride + first * columnStride;
      const numbers = Array.from({ length: count }, (_, i) => format.format(data[start + i * columnStride]));
      lines.push(rowIndent + numbers.join(" "));
    }
  }
  return lines;
}

/** Where the matrices of the last two dimensions begin, with their leading indices, of which the first runs fastest. */
function* slices(tensor: StridedElements): Generator<[position: number[], offset: number]> {
  const leading = tensor.size().slice(0, -2);
  const position = leading.map(() => 0);
  while (true) {
    yield [
      [...position],
      position.reduce((offset, index, d) => offset + index * tensor.stride()[d], tensor.storageOffset()),
    ];
    let d = 0;
    while (d < position.length && ++position[d] === leading[d]) position[d++] = 0;
    if (d === position.length) return;
  }
}
