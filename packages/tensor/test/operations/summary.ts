import { expect } from "vitest";
import { type DType, isTensor } from "../../src/index.ts";

/** What a result is, apart from where it lies. */
export type Summary =
  | { readonly dtype: DType; readonly size: readonly number[]; readonly elements: readonly number[] }
  | { readonly value: unknown }
  | readonly Summary[];

/** The summary of a tensor, of a list of results, or of anything else. */
export function summaryOf(result: unknown): Summary {
  if (isTensor(result)) return { dtype: result.dtype, size: result.size(), elements: [...result.values()] };
  if (Array.isArray(result)) return result.map(summaryOf);
  return { value: result };
}

/** Expects two summaries to be the same; with `close`, floats may differ in their last digits. */
export function expectSummary(actual: Summary, expected: Summary, close: boolean, context: string): void {
  if (!close) {
    expect(actual, context).toEqual(expected);
    return;
  }
  expect(rounded(actual), context).toEqual(rounded(expected));
}

function rounded(summary: Summary): Summary {
  if ("elements" in summary) {
    const digits = summary.dtype === "float64" ? 9 : 3;
    return { ...summary, elements: summary.elements.map((element) => round(element, digits)) };
  }
  if ("value" in summary) {
    return typeof summary.value === "number" ? { value: round(summary.value, 3) } : summary;
  }
  return summary.map(rounded);
}

function round(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) + 0 : value;
}
