import * as nn from "@rushlight/nn";
import * as parts from "@rushlight/nn/parts";
import { Generator, isTensor, manualSeed } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { criterionRows } from "../src/rows/criterions.ts";
import { families } from "../src/rows/rows.ts";

const exported = new Set<unknown>([...Object.values(nn), ...Object.values(parts), Generator, Object, Array, Map, Set]);

/** The places in an object of functions and classes that neither nn nor its parts export. */
function unknownIn(object: object): string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, place: string): void => {
    if (seen.has(value)) return;
    seen.add(value);
    if (typeof value === "function" && !exported.has(value)) found.push(place);
    if (typeof value !== "object" || value === null) return;
    if (isTensor(value) || ArrayBuffer.isView(value) || value instanceof Generator) return;
    if (!exported.has(value.constructor)) found.push(`${place}: ${value.constructor.name}`);
    for (const [name, field] of Object.entries(value)) visit(field, `${place}.${name}`);
  };
  visit(object, object.constructor.name);
  return found;
}

// What takes a line to print is the user's; rows of some modules hold them in a module of their own.
const own = ["Profile.print", "PrintSize.print"];
const modules = families
  .flatMap(({ rows }) => rows)
  .filter(({ module }) => exported.has(module().constructor))
  .map(({ name, module, input }) => ({ name, module, input }));

describe("Modules hold nothing but what nn and its parts export, so that they can be sent to threads", () => {
  test.each(modules)("$name", ({ module, input }) => {
    manualSeed(287);
    const subject = module();
    const found = unknownIn(subject);
    subject.forward(input());
    expect([...found, ...unknownIn(subject)].filter((place) => !own.includes(place))).toEqual([]);
  });

  test.each(criterionRows)("$name", ({ criterion }) => {
    expect(unknownIn(criterion())).toEqual([]);
  });
});
