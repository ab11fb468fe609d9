import { Module } from "@rushlight/module";
import { plainBackend, randn, type Tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import type { Row } from "../src/rows/Row.ts";
import { outcomesOn } from "../src/table/outcomes.ts";
import { cells, markdown, text } from "../src/table/table.ts";

/** Doubles, with a gradient that may be wrong. */
class Double extends Module {
  private readonly factor: number;

  constructor(factor = 2) {
    super();
    this.factor = factor;
  }

  override updateOutput(input: Tensor): Tensor {
    return this.output.resizeAs(input).copy(input).mul(2);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(input).copy(gradOutput).mul(this.factor);
  }
}

const rows: readonly Row[] = [
  { name: "Double", module: () => new Double(), input: () => randn(2, 3) },
  { name: "Double of a vector", module: () => new Double(), input: () => randn(3) },
];

test("the table counts forms by check, and tells for each backend whether all passed", () => {
  const table = cells([{ backend: "plain", outcomes: outcomesOn(plainBackend, rows) }]);
  expect(text(table)).toBe(
    [
      "class   forms  input  params  batch  strides  float32  shared  plain",
      "Double      2      2       -      1        2        2       -     ok",
    ].join("\n"),
  );
  expect(markdown(table).split("\n")[2]).toBe("| Double | 2 | 2 | - | 1 | 2 | 2 | - | ok |");
});

test("a form that fails is told, and its class fails", () => {
  const wrong: Row = { name: "Double wrongly", module: () => new Double(3), input: () => randn(2, 3) };
  const outcomes = outcomesOn(plainBackend, [...rows, wrong]);
  expect(outcomes[0].failures[0]).toContain("Double wrongly: Double fails 1 of its checks");
  expect(cells([{ backend: "plain", outcomes }])[1].at(-1)).toBe("FAILED");
});
