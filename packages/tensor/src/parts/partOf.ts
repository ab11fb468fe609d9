import { ArgumentError } from "../errors/ArgumentError.ts";
import { IndexError } from "../errors/IndexError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { checkIndex } from "../shape/dimension.ts";
import { formatSize, type Size } from "../shape/size.ts";

/**
 * What `slice` and `put` take of one dimension: an index, and the dimension goes away; a range from `from` up to `to`,
 * which is no longer in it, in steps; or `null`, all of it. Negative indices and limits count from the end, a missing
 * `to` is the end, a missing step is 1.
 */
export type Part = number | readonly [from: number, to?: number | undefined, step?: number] | null;

/** Where the elements of a part of a tensor are. */
export interface PartLayout {
  readonly offset: number;
  readonly size: Size;
  readonly stride: Size;
}

/**
 * The part of a tensor that parts of its first dimensions make up; of the other dimensions it is all.
 *
 * @throws IndexError for more parts than dimensions, and for indices and ranges that a dimension does not have
 * @throws ArgumentError for a part or a step of another kind
 * @throws ShapeError when no dimension is left
 */
export function partOf(operation: string, whole: PartLayout, parts: readonly Part[]): PartLayout {
  if (parts.length > whole.size.length) {
    throw new IndexError(
      `${operation}: expected at most ${whole.size.length} parts, one for each dimension of size ${formatSize(whole.size)}, got ${parts.length}`,
    );
  }
  let offset = whole.offset;
  const size: number[] = [];
  const stride: number[] = [];
  for (let d = 0; d < whole.size.length; d++) {
    const part = d < parts.length ? parts[d] : null;
    if (typeof part === "number") {
      offset += checkIndex(operation, part, whole.size[d]) * whole.stride[d];
      continue;
    }
    const { from, count, step } = rangeOf(operation, part, d, whole.size);
    offset += from * whole.stride[d];
    size.push(count);
    stride.push(step * whole.stride[d]);
  }
  if (size.length === 0 && whole.size.length > 0) {
    throw new ShapeError(
      `${operation}: expected a part with dimensions, got an index for each dimension of size ${formatSize(whole.size)}; take get(${parts.join(", ")})`,
    );
  }
  return { offset, size, stride };
}

interface Range {
  readonly from: number;
  readonly count: number;
  readonly step: number;
}

function rangeOf(operation: string, part: Exclude<Part, number>, dimension: number, size: Size): Range {
  const extent = size[dimension];
  if (part === null) return { from: 0, count: extent, step: 1 };
  if (!Array.isArray(part) || part.length < 1 || part.length > 3) {
    throw new ArgumentError(
      `${operation}: expected an index, a range [from, to, step] or null for dimension ${dimension}, got ${shown(part)}`,
    );
  }
  const [first, last = extent, step = 1] = part;
  if (!Number.isInteger(step) || step < 1) {
    throw new ArgumentError(`${operation}: expected a step of 1 or more in a range, got ${shown(part)}`);
  }
  const from = first < 0 ? first + extent : first;
  const to = last < 0 ? last + extent : last;
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > extent || from >= to) {
    throw new IndexError(
      `${operation}: expected a range of at least one element of dimension ${dimension} of size ${formatSize(size)}, got ${shown(part)}`,
    );
  }
  return { from, count: Math.ceil((to - from) / step), step };
}

function shown(part: unknown): string {
  return Array.isArray(part) ? `[${part.join(", ")}]` : String(part);
}
