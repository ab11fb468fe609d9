import { ArgumentError, formatSize, isTensor, shown, type Tensor } from "@rushlight/tensor";
import type { GroupPlace } from "./ParameterGroup.ts";

/** Elements of the flat vector that follow one another. */
export interface Range {
  readonly start: number;
  readonly end: number;
  /** Which group they are in; undefined for those in none. */
  readonly group: number | undefined;
}

/**
 * Divides a flat vector into the ranges of groups and those between them, in order.
 *
 * @throws ArgumentError for a group that names nothing, or something outside the vector, and for groups that overlap
 */
export function rangesOf(owner: string, flat: Tensor, groups: readonly GroupPlace[]): Range[] {
  if (flat.dim() !== 1 || !flat.isContiguous()) {
    throw new ArgumentError(
      `${owner}: expected a flat vector of parameters for groups, got size ${formatSize(flat.size())} with stride ${formatSize(flat.stride())}`,
    );
  }
  const named = groups.flatMap((place, group) => placesOf(owner, flat, place, group));
  named.sort((a, b) => a.start - b.start);
  const ranges: Range[] = [];
  let end = 0;
  for (const range of named) {
    const last = ranges.at(-1);
    // Tensors of one group may share memory, as those of tied layers.
    if (last !== undefined && range.start < end && last.group === range.group) {
      end = Math.max(end, range.end);
      ranges[ranges.length - 1] = { ...last, end };
      continue;
    }
    if (range.start < end) {
      throw new ArgumentError(
        `${owner}: expected every parameter in one group, got element ${range.start} in groups ${last?.group} and ${range.group}`,
      );
    }
    if (range.start > end) ranges.push({ start: end, end: range.start, group: undefined });
    ranges.push(range);
    end = range.end;
  }
  if (end < flat.nElement()) ranges.push({ start: end, end: flat.nElement(), group: undefined });
  return joined(ranges);
}

function placesOf(owner: string, flat: Tensor, { parameters, range }: GroupPlace, group: number): Range[] {
  if ((parameters === undefined) === (range === undefined)) {
    throw new ArgumentError(
      `${owner}: expected parameters or a range in group ${group}, got ${parameters === undefined ? "neither" : "both"}`,
    );
  }
  if (range !== undefined) return [checkRange(owner, flat, range, group)];
  const tensors = isTensor(parameters) ? [parameters] : (parameters ?? []);
  checkList(owner, tensors, group);
  return tensors.map((tensor) => placeOf(owner, flat, tensor, group));
}

function checkList(owner: string, tensors: unknown, group: number): void {
  if (Array.isArray(tensors)) return;
  throw new ArgumentError(`${owner}: expected tensors as parameters of group ${group}, got ${shown(tensors)}`);
}

function checkRange(owner: string, flat: Tensor, range: readonly [number, number], group: number): Range {
  const isPair = Array.isArray(range) && range.length === 2;
  const [start, end] = isPair ? range : [-1, -1];
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (whole && start >= 0 && start < end && end <= flat.nElement()) return { start, end, group };
  throw new ArgumentError(
    `${owner}: expected a range in ${flat.nElement()} parameters in group ${group}, got ${isPair ? `[${start}, ${end}]` : shown(range)}`,
  );
}

function placeOf(owner: string, flat: Tensor, tensor: Tensor | undefined, group: number): Range {
  if (!isTensor(tensor)) {
    throw new ArgumentError(`${owner}: expected tensors as parameters of group ${group}, got ${shown(tensor)}`);
  }
  const start = tensor.storageOffset() - flat.storageOffset();
  const end = start + tensor.nElement();
  const inside = tensor.storage() === flat.storage() && start >= 0 && end <= flat.nElement() && start < end;
  if (inside && tensor.isContiguous()) return { start, end, group };
  throw new ArgumentError(
    `${owner}: expected contiguous parts of the flat vector as parameters of group ${group}, got a tensor of size ${formatSize(tensor.size())} elsewhere; call getParameters() first`,
  );
}

/** Neighbours of one group make one range. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last?.group === range.group && last !== undefined) result.splice(-1, 1, { ...range, start: last.start });
    else result.push(range);
  }
  return result;
}
