import { defaultGenerator, Generator, initialSeed, manualSeed, randn } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import type { Fields } from "../../fixtures/Fields.ts";
import type { LuaValue } from "../../fixtures/values.ts";
import { parseExpression } from "../../lua/parseExpression.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import { attempt } from "../../run/attempt.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import { draw } from "./draw.ts";
import { exactly } from "./exact.ts";

/** Replays all that was recorded for one seed. Every stream begins with that seed anew. */
export function replaySeed(fields: Fields, file: string): CaseResult[] {
  const seed = fields.required("seed", fields.number("seed"));
  fields.string("note");
  const one = (name: string, replay: () => readonly string[]): CaseResult =>
    attempt({ class: "rng", name: `${seed}/${name}`, file }, () => ({ problems: replay() }));
  const known: Readonly<Record<string, () => CaseResult[]>> = {
    initialSeed: () => [one("initialSeed", () => replayInitialSeed(fields, seed))],
    scalars: () => replayScalars(fields, seed, one),
    tensors: () => replayTensors(fields, seed, file),
    mixed: () => [one("mixed", () => replayMixed(fields, seed))],
    generator: () => [one("generator", () => replayGenerator(fields, seed))],
    restore: () => [one("restore", () => replayRestore(fields, seed))],
  };
  const results = Object.entries(known).flatMap(([name, replay]) => (fields.has(name) ? replay() : []));
  return [...results, ...fields.unread().map((name) => one(name, () => unknownPart(name)))];
}

function unknownPart(name: string): never {
  throw new NotImplemented(`a replay of "${name}"`);
}

function replayInitialSeed(fields: Fields, seed: number): string[] {
  manualSeed(seed);
  return compare("initialSeed", fields.value("initialSeed") ?? null, initialSeed());
}

function replayScalars(
  fields: Fields,
  seed: number,
  one: (name: string, replay: () => readonly string[]) => CaseResult,
): CaseResult[] {
  const streams = fields.required("scalars", fields.fields("scalars"));
  return streams.names().map((expression) =>
    one(`scalars/${expression}`, () => {
      const expected = streams.required(expression, streams.list(expression));
      manualSeed(seed);
      return compare(expression, expected, drawMany(expression, expected.length), exactly(expected));
    }),
  );
}

function replayTensors(fields: Fields, seed: number, file: string): CaseResult[] {
  const list = { class: "rng", file, where: `${fields.where}, tensors`, prefix: `${seed}/tensors/` };
  return replayCases(
    fields.json("tensors"),
    list,
    (fixture) => {
      const expression = fixture.required("expr", fixture.string("expr"));
      const expected = fixture.required("result", fixture.value("result"));
      fixture.string("note");
      manualSeed(seed);
      return compare(expression, expected, draw(parseExpression(expression)), exactly(expected));
    },
    expressionIn,
  );
}

function expressionIn(json: unknown, position: number): string {
  const expression: unknown = typeof json === "object" && json !== null ? Reflect.get(json, "expr") : undefined;
  return typeof expression === "string" ? expression : `#${position + 1}`;
}

function replayMixed(fields: Fields, seed: number): string[] {
  manualSeed(seed);
  return fields.required("mixed", fields.objects("mixed")).flatMap((part, i) => {
    const expression = part.required("expr", part.string("expr"));
    const expected = part.required("value", part.value("value"));
    return compare(`${i}: ${expression}`, expected, draw(parseExpression(expression)), exactly(expected));
  });
}

/** Torch7 drew the words first, then the uniform numbers, then the tensor. */
const generatorOrder = [/^random\(/, /^uniform\(/, /./];

function replayGenerator(fields: Fields, seed: number): string[] {
  const streams = fields.required("generator", fields.fields("generator"));
  streams.string("note");
  const position = (name: string): number => generatorOrder.findIndex((pattern) => pattern.test(name));
  const expressions = streams.unread().sort((a, b) => position(a) - position(b));
  const generator = new Generator(seed);
  return expressions.flatMap((expression) => {
    const expected: LuaValue = streams.required(expression, streams.value(expression));
    const drawn = Array.isArray(expected)
      ? drawMany(expression, expected.length, generator)
      : draw(parseExpression(expression), generator);
    return compare(expression, expected, drawn, exactly(expected));
  });
}

/** A state is taken between the two halves of a normal pair, and taken back. */
function replayRestore(fields: Fields, seed: number): string[] {
  const recorded = fields.required("restore", fields.fields("restore"));
  recorded.string("note");
  const generator = defaultGenerator();
  manualSeed(seed);
  generator.normal();
  const state = generator.getState();
  return [
    ["a", "b"],
    ["a2", "b2"],
  ].flatMap(([tensorName, numberName]) => {
    generator.setState(state);
    const expected = recorded.required(tensorName, recorded.tensor(tensorName));
    const number = recorded.required(numberName, recorded.number(numberName));
    return [
      ...compare(tensorName, expected, randn(expected.size), exactly(expected)),
      ...compare(numberName, number, generator.uniform(), exactly(number)),
    ];
  });
}

function drawMany(text: string, count: number, generator: Generator = defaultGenerator()): unknown[] {
  const expression = parseExpression(text);
  return Array.from({ length: count }, () => draw(expression, generator));
}
