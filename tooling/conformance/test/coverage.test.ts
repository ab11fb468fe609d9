import { Container, Module } from "@rushlight/module";
import * as nn from "@rushlight/nn";
import { expect, test } from "vitest";
import { families } from "../src/rows/rows.ts";

const rows = families.flatMap((family) => family.rows);

test("every module of nn has a row", () => {
  const abstract: readonly unknown[] = [Module, Container];
  const modules = Object.entries(nn)
    .filter(([, value]) => typeof value === "function" && value.prototype instanceof Module)
    .filter(([, value]) => !abstract.includes(value))
    .map(([name]) => name);
  const covered = new Set(rows.map(({ module }) => module().constructor.name));
  expect(modules.filter((name) => !covered.has(name))).toEqual([]);
});

test("every row is named after its class, once", () => {
  const names = rows.map((row) => row.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, module } of rows) expect(name).toMatch(new RegExp(`^${module().constructor.name}\\b`));
});
