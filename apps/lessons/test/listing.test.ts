import { expect, test } from "vitest";
import { listing } from "../src/lesson/listing.ts";

const counter = [
  "class Counter {",
  "  private count = 0;",
  "",
  "  next(): number {",
  "    return this.count++;",
  "  }",
  "}",
];
const half = [
  "async function half({",
  "  value,",
  "}: {",
  "  value: number;",
  "}): Promise<number> {",
  "  return RATE;",
  "}",
];
const source = [`export const RATE = 0.5;`, "", "/** Counts. */", ...counter, "", `export ${half.join("\n")}`, ""].join(
  "\n",
);

test("a listing has the declarations that are asked for, whole and in that order", () => {
  expect(listing(source, "half", "RATE", "Counter")).toBe(
    [...half, "", "const RATE = 0.5;", "", ...counter].join("\n"),
  );
});

test("a name that is only the beginning of a declared one is none", () => {
  expect(() => listing(source, "hal")).toThrow("the source declares no hal");
  expect(() => listing(source, "Count")).toThrow("the source declares no Count");
});
