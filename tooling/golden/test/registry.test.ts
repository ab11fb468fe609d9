import { Container, Criterion, Module } from "@rushlight/module";
import * as nn from "@rushlight/nn";
import { expect, test } from "vitest";
import { registry } from "../src/mapping/registry.ts";

/** The classes of `@rushlight/nn` that extend a base class, without the base classes themselves. */
function classesOf(base: abstract new (...args: never[]) => object): string[] {
  const abstract: readonly unknown[] = [Module, Container, Criterion];
  return Object.entries(nn)
    .filter(([, value]) => typeof value === "function" && value.prototype instanceof base && !abstract.includes(value))
    .map(([name]) => name)
    .sort();
}

test("every module of nn has a row, and every row a module", () => {
  expect(Object.keys(registry.modules).sort()).toEqual(classesOf(Module));
});

test("every criterion of nn has a row, and every row a criterion", () => {
  expect(Object.keys(registry.criterions).sort()).toEqual(classesOf(Criterion));
});
