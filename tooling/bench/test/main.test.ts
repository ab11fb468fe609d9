import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../src/main.ts";
import type { Suite } from "../src/suites/Suite.ts";
import { suites as realSuites } from "../src/suites/suites.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

let now = 0;
const timing = { clock: () => now, sampleTime: 1, samples: 3 };

function suite(name: string): Suite {
  const run = (): number => (now += 2);
  return {
    name,
    about: `about ${name}`,
    prepare: () => [
      {
        name: "case",
        alternatives: [
          { name: "first", run },
          { name: "second", run },
        ],
      },
    ],
  };
}

function call(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const surroundings = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), folder };
  const code = main(args, [suite("one"), suite("two")], surroundings, timing);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

test("all suites run, or those that are named", () => {
  expect(call().out).toMatch(/one: about one(.|\n)*two: about two/);
  const { code, out } = call("two");
  expect(code).toBe(0);
  expect(out).not.toContain("about one");
  expect(out).toMatch(/case +first +2\.00 ms +1\.00\n +second +2\.00 ms +1\.00/);
});

test("the numbers go into a file where the caller is", () => {
  expect(call("one", "--json", "numbers.json").code).toBe(0);
  const measurements = [
    { name: "first", time: 2, ratio: 1 },
    { name: "second", time: 2, ratio: 1 },
  ];
  expect(JSON.parse(readFileSync(join(folder, "numbers.json"), "utf8"))).toEqual({
    suites: [{ name: "one", about: "about one", comparisons: [{ name: "case", measurements }] }],
  });
});

test("help names the suites", () => {
  const { code, out } = call("--help");
  expect(code).toBe(0);
  expect(out).toContain("one: about one");
});

test("suites and options that do not exist are refused before anything runs", () => {
  expect(call("three")).toEqual({ code: 2, out: "", err: "bench: expected suites named one, two, got three" });
  expect(call("--jsn", "x")).toMatchObject({ code: 2, out: "" });
});

test("every suite has a name of its own", () => {
  const names = realSuites.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
