import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Container, Criterion, Module } from "@rushlight/module";
import * as nn from "@rushlight/nn";
import { workspaceRoot } from "@rushlight/presets/workspace";
import { describe, expect, test } from "vitest";
import { families } from "../src/families.js";
import { firstSentence } from "../src/firstSentence.js";
import { page } from "../src/page.js";

const root = workspaceRoot(import.meta.dirname);

function isModuleOrCriterion(prototype: unknown): boolean {
  return prototype instanceof Module || prototype instanceof Criterion;
}

describe("the page of all classes", () => {
  test("is as npm run reference writes it", () => {
    expect(readFileSync(join(root, "docs", "classes.md"), "utf8")).toBe(page(families(root)));
  });

  test("lists every module and criterion of nn, once", () => {
    const abstract: readonly unknown[] = [Module, Container, Criterion];
    const classes = Object.entries(nn)
      .filter(([, value]) => typeof value === "function" && isModuleOrCriterion(value.prototype))
      .filter(([, value]) => !abstract.includes(value))
      .map(([name]) => name);
    const listed = families(root).flatMap((family) => family.classes.map(({ name }) => name));
    expect(listed.toSorted()).toEqual(classes.sort());
  });
});

test("every class has an example in its documentation", () => {
  const without = families(root).flatMap(({ classes }) => classes.filter(({ hasExample }) => !hasExample));
  expect(without.map(({ name }) => name)).toEqual([]);
});

describe("the first sentence of a comment", () => {
  test("ends where the next begins, with links as code, on one line", () => {
    expect(firstSentence("Adds a {@link Tensor}\n to another: y = x + 1.5. Torch's `nn.Add`.")).toBe(
      "Adds a `Tensor` to another: y = x + 1.5.",
    );
    expect(firstSentence("Halves, i.e. y = x/2. dx = dy/2.")).toBe("Halves, i.e. y = x/2.");
    expect(firstSentence("The rectifier")).toBe("The rectifier.");
  });
});
