import { defaultGenerator, manualSeed } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import { isJsonObject } from "../../fixtures/decode.ts";
import { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import { specIn } from "../../fixtures/specIn.ts";
import { buildModule } from "../../mapping/build.ts";
import { missingClasses } from "../../mapping/missingClasses.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { Registry } from "../../mapping/rows.ts";
import { attempt } from "../../run/attempt.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import type { FixtureFile } from "../Suite.ts";
import { exactly } from "./exact.ts";
import { replaySeed } from "./replaySeed.ts";

/** Replays `rng.json`: streams of every distribution, and the parameters that modules begin with. */
export function rngSuite({ file, json }: FixtureFile, registry: Registry): CaseResult[] {
  const fields = new Fields(json, file);
  const results = fields.objects("seeds")?.flatMap((seed) => replaySeed(seed, file)) ?? [];
  const one = (name: string, replay: () => readonly string[]): void => {
    results.push(attempt({ class: "rng", name, file }, () => ({ problems: replay() })));
  };
  const longStream = fields.fields("longStream");
  if (longStream !== undefined) one("longStream", () => replayLongStream(longStream));
  if (fields.has("moduleInit")) {
    const list = { class: "rng", file, where: `${file}, moduleInit`, prefix: "moduleInit/" };
    results.push(...replayCases(fields.json("moduleInit"), list, (fixture) => replayInit(fixture, registry), initName));
  }
  for (const name of fields.unread()) {
    one(name, () => {
      throw new NotImplemented(`a replay of "${name}"`);
    });
  }
  return results;
}

/** A few words out of a long stream, counted from 1. */
function replayLongStream(fields: Fields): string[] {
  fields.string("expr");
  fields.string("note");
  const words = fields.required("values", fields.objects("values"));
  manualSeed(fields.required("seed", fields.number("seed")));
  let drawn = 0;
  return words.flatMap((word) => {
    const index = word.required("index", word.number("index"));
    const expected = word.required("value", word.number("value"));
    if (index <= drawn) throw new FixtureError(word.where, `expected an index above ${drawn}, got ${index}`);
    let value = Number.NaN;
    for (; drawn < index; drawn++) value = defaultGenerator().random();
    return compare(`word ${index}`, expected, value, exactly(expected));
  });
}

function replayInit(fields: Fields, registry: Registry): string[] {
  fields.string("name");
  const spec = specIn(fields);
  const parameters = fields.required("parameters", fields.list("parameters"));
  const seed = fields.required("seed", fields.number("seed"));
  const missing = missingClasses(spec, registry);
  if (missing.length > 0) throw new NotImplemented(...missing);
  manualSeed(seed);
  return compare("parameters", parameters, buildModule(spec, registry).parameters()[0], { tolerance: 1e-14 });
}

function initName(json: unknown, position: number): string {
  if (!isJsonObject(json) || typeof json.class !== "string" || !Array.isArray(json.args)) return `#${position + 1}`;
  return `${String(json.seed)}/${json.class}(${json.args.map((argument) => JSON.stringify(argument)).join(",")})`;
}
