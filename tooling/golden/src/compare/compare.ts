import { isTensor } from "@rushlight/tensor";
import { describe, dtypeOf } from "../fixtures/tensors.ts";
import { isLuaList, LuaStorage, LuaTensor, type LuaValue } from "../fixtures/values.ts";
import { close, FLOAT64_TOLERANCE, magnitude } from "./tolerance.ts";

/** How to compare. */
export interface Comparison {
  /** Relative to the largest magnitude; 1e-10 when left out. */
  readonly tolerance?: number;
  /** Whether tensors must also have the dtype that stands for the recorded one; false when left out. */
  readonly dtypes?: boolean;
}

/**
 * Compares what Torch7 gave with what Rushlight gives. Sizes must be equal. Where nothing was recorded, anything goes.
 *
 * @param name what messages call the value
 * @returns what is wrong, one line each; nothing when all is well
 */
export function compare(name: string, expected: LuaValue, actual: unknown, how: Comparison = {}): string[] {
  if (expected === null) return [];
  if (expected instanceof LuaTensor) return compareTensor(name, expected, actual, how);
  if (expected instanceof LuaStorage) return compareList(name, expected.data, actual, how);
  if (isLuaList(expected)) return compareList(name, expected, actual, how);
  if (typeof expected === "number") return compareNumber(name, expected, actual, how);
  if (typeof expected === "object") return [`${name}: ${describe(expected)} has no counterpart in Rushlight`];
  return Object.is(expected, actual) ? [] : [wrong(name, describe(expected), shown(actual))];
}

function compareTensor(name: string, expected: LuaTensor, actual: unknown, how: Comparison): string[] {
  if (!isTensor(actual)) return [wrong(name, describe(expected), shown(actual))];
  const size = actual.size();
  if (size.length !== expected.size.length || size.some((extent, d) => extent !== expected.size[d])) {
    return [wrong(name, `size [${expected.size.join(", ")}]`, `[${size.join(", ")}]`)];
  }
  if (how.dtypes === true && actual.dtype !== dtypeOf(expected.dtype)) {
    return [wrong(name, `dtype ${dtypeOf(expected.dtype)}`, actual.dtype)];
  }
  return compareElements(name, expected, [...actual.values()], how);
}

function compareElements(name: string, expected: LuaTensor, actual: readonly number[], how: Comparison): string[] {
  const distance = (how.tolerance ?? FLOAT64_TOLERANCE) * magnitude(expected.data);
  const different = expected.data.flatMap((value, i) => (close(value, actual[i], distance) ? [] : [i]));
  if (different.length === 0) return [];
  const first = different[0];
  return [
    wrong(
      `${name}${positionOf(first, expected.size)}`,
      `${expected.data[first]} ± ${distance.toPrecision(2)}`,
      `${actual[first]} (${different.length} of ${actual.length} numbers differ)`,
    ),
  ];
}

function compareList(name: string, expected: readonly LuaValue[], actual: unknown, how: Comparison): string[] {
  if (expected.length === 0 && isEmpty(actual)) return [];
  if (!Array.isArray(actual)) return [wrong(name, describe(expected), shown(actual))];
  if (actual.length !== expected.length) return [wrong(name, describe(expected), shown(actual))];
  if (expected.every((value) => typeof value === "number") && actual.every((value) => typeof value === "number")) {
    return compareElements(name, new LuaTensor("double", [expected.length], expected), actual, how);
  }
  return expected.flatMap((part, i) => compare(`${name}[${i}]`, part, actual[i], how));
}

function compareNumber(name: string, expected: number, actual: unknown, how: Comparison): string[] {
  const distance = (how.tolerance ?? FLOAT64_TOLERANCE) * magnitude([expected]);
  if (typeof actual === "number" && close(expected, actual, distance)) return [];
  return [wrong(name, `${expected} ± ${distance.toPrecision(2)}`, shown(actual))];
}

/** Torch7 gives an empty table where there is nothing to give; an empty tensor says the same. */
function isEmpty(actual: unknown): boolean {
  if (Array.isArray(actual)) return actual.every(isEmpty);
  return isTensor(actual) && actual.nElement() === 0;
}

function positionOf(index: number, size: readonly number[]): string {
  const position: number[] = [];
  for (let d = size.length - 1, rest = index; d >= 0; d--) {
    position.unshift(rest % size[d]);
    rest = Math.floor(rest / size[d]);
  }
  return `[${position.join(", ")}]`;
}

function shown(actual: unknown): string {
  if (isTensor(actual)) return `a ${actual.dtype} tensor [${actual.size().join(", ")}]`;
  if (Array.isArray(actual)) return `a table of ${actual.length}`;
  if (typeof actual === "object" && actual !== null) return actual.constructor.name;
  return typeof actual === "string" ? JSON.stringify(actual) : String(actual);
}

function wrong(name: string, expected: string, actual: string): string {
  return `${name}: expected ${expected}, got ${actual}`;
}
