import { expect, test } from "vitest";
import { isJsonObject, type JsonObject } from "../src/fixtures/decode.ts";
import { FixtureFolder } from "../src/fixtures/FixtureFolder.ts";
import { ownFixtures } from "../src/locations.ts";
import { registry } from "../src/mapping/registry.ts";
import { runGolden } from "../src/run/runGolden.ts";
import { folderOf } from "./folders.ts";

/** The fields that hold what Torch7 gave. */
const recordedFields = [
  ...["parameters", "output", "inputAfterForward", "gradInput", "gradOutputAfterBackward", "gradParameters"],
  ...["runningMeanBefore", "runningMeanAfter", "runningVarBefore", "runningVarAfter", "moduleLoss"],
  ...["parametersAfterUpdate", "loss", "result", "results", "xs", "fx", "evals", "thirdReturn"],
  ...["losses", "initialFlat", "flatAfterEachStep", "firstOutput", "firstGradFlat", "finalOutput", "preds"],
  ...["gradCriterion", "parametersAfter", "errors", "X", "y", "flat", "gradFlat", "nElement", "gradNElement"],
  ...["mat", "valids", "unionvalids", "totalValid", "averageValid", "averageUnionValid", "tostring"],
  ...["initialSeed", "scalars", "mixed", "generator", "restore", "values"],
];

/** Numbers that were given rather than recorded, where a recorded field holds both. */
const given = ["dtype", "size", "index", "seed", "expr", "note"];

/** A value with its last number, text or truth changed; undefined when it holds none. */
function damaged(json: unknown): unknown {
  if (typeof json === "number") return json + 0.01 * (1 + Math.abs(json));
  if (typeof json === "boolean") return !json;
  if (typeof json === "string") return `${json}?`;
  if (Array.isArray(json)) return damagedList(json);
  if (!isJsonObject(json)) return undefined;
  for (const key of Object.keys(json).reverse()) {
    const change = given.includes(key) ? undefined : damaged(json[key]);
    if (change !== undefined) return { ...json, [key]: change };
  }
  return undefined;
}

function damagedList(list: readonly unknown[]): unknown {
  for (let i = list.length - 1; i >= 0; i--) {
    const change = damaged(list[i]);
    if (change !== undefined) return list.with(i, change);
  }
  return undefined;
}

/** Every way to damage one recorded field somewhere in a file, each as a file that holds nothing else to compare. */
function* damages(json: JsonObject): Generator<[string, JsonObject]> {
  for (const [key, value] of Object.entries(json)) {
    if (recordedFields.includes(key)) {
      const change = damaged(value);
      if (change !== undefined) yield [key, { ...json, [key]: change }];
    } else if (Array.isArray(value)) {
      for (const [i, part] of value.entries()) {
        if (!isJsonObject(part)) continue;
        for (const [name, change] of damages(part)) yield [`${key}[${i}].${name}`, { ...frame(json), [key]: [change] }];
      }
    } else if (isJsonObject(value) && key !== "problems") {
      for (const [name, change] of damages(value)) yield [`${key}.${name}`, { ...frame(json), [key]: change }];
    }
  }
}

/** What the cases in an object need of it: neither other cases nor what it recorded itself. */
function frame(json: JsonObject): JsonObject {
  const needed = ([key, value]: [string, unknown]): boolean => key === "problems" || typeof value !== "object";
  return Object.fromEntries(
    Object.entries(json).filter((entry) => needed(entry) && !recordedFields.includes(entry[0])),
  );
}

const own = new FixtureFolder(ownFixtures, "own fixtures");

/** The damages of a file after which nothing fails, although something is replayed. */
function unnoticed(file: string): string[] {
  const json = own.read(file);
  if (!isJsonObject(json)) throw new Error(`expected an object in ${file}`);
  const missed: string[] = [];
  for (const [name, change] of damages(json)) {
    const { results } = runGolden(new FixtureFolder(folderOf({ [file]: change }), "the test"), registry, []);
    const replayed = results.some(({ status }) => status !== "missing");
    if (replayed && !results.some(({ status }) => status === "failed")) missed.push(name);
  }
  return missed;
}

const implemented = [
  ...Object.keys(registry.modules).map((name) => `nn/${name}.json`),
  ...Object.keys(registry.criterions).map((name) => `criterion/${name}.json`),
];
const files = [
  // ownCopy.test.ts says which may be missing.
  ...implemented.filter((file) => own.files.includes(file)),
  ...["composite.json", "optim.json", "rng.json", "tensor.json"],
];

test.each(files)("every number in %s counts: one that is changed makes a case fail", (file) => {
  expect(unnoticed(file)).toEqual([]);
});
