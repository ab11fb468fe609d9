import * as optim from "@rushlight/optim";
import { expect, test } from "vitest";
import { methods } from "../src/methods/methods.ts";

/** The optimisers that are classes. */
const classes = Object.entries(optim)
  .filter(([, value]) => typeof value === "function" && /^class /.test(String(value)) && "step" in value.prototype)
  .map(([name]) => name.toLowerCase());

test("every optimiser has a row", () => {
  const names = methods.map(({ name }) => name.split(",")[0]);
  expect(classes.length).toBeGreaterThan(10);
  expect(new Set(names)).toEqual(new Set([...classes, "fista"]));
  expect(new Set(methods.map(({ name }) => name)).size).toBe(methods.length);
});
