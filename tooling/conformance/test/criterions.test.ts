import { Criterion } from "@rushlight/module";
import * as nn from "@rushlight/nn";
import { manualSeed } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { criterionRows } from "../src/rows/criterions.ts";

describe("Criterions keep what criterions promise", () => {
  test.each(criterionRows)("$name", ({ check, skipped }) => {
    manualSeed(287);
    expect(check().skipped).toEqual(skipped);
  });
});

test("every criterion of nn has a row", () => {
  const criterions = Object.entries(nn)
    .filter(([, value]) => typeof value === "function" && value.prototype instanceof Criterion)
    .map(([name]) => name);
  const covered = new Set(criterionRows.map(({ criterion }) => criterion().constructor.name));
  expect(criterions.filter((name) => !covered.has(name))).toEqual([]);
});

test("every row of a criterion is named after its class, once", () => {
  const names = criterionRows.map((row) => row.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, criterion } of criterionRows) {
    expect(name).toMatch(new RegExp(`^${criterion().constructor.name}\\b`));
  }
});
