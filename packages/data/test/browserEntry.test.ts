import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** The module and all that it imports by relative paths, with the packages that these import. */
function importsOf(path: string, files = new Set<string>(), packages = new Set<string>()): Set<string> {
  files.add(path);
  for (const [, name] of readFileSync(path, "utf8").matchAll(/^[^*\n]* from "([^"]+)"/gm)) {
    if (!name.startsWith(".")) packages.add(name);
    else if (!files.has(join(dirname(path), name))) importsOf(join(dirname(path), name), files, packages);
  }
  return packages;
}

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

it("the main entry imports nothing that only Node has, and no parser", () => {
  expect([...importsOf(source("index.ts"))]).toEqual(["@rushlight/tensor"]);
  expect([...importsOf(source("node/index.ts"))]).toContain("node:fs");
});

it("the entry for CSV imports nothing that only Node has, and the parser's form for browsers", () => {
  expect([...importsOf(source("csv/index.ts"))].sort()).toEqual(["@rushlight/tensor", "csv-parse/browser/esm"]);
});
