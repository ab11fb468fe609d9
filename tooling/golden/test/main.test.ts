import { defaultDtype, defaultGenerator, manualSeed } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { main } from "../src/main.ts";
import { folderOf, temporaryFolder } from "./folders.ts";
import { linearCase } from "./linearCase.ts";

/** Runs the command and collects what it prints. */
function run(args: readonly string[], folder?: string): { code: number; out: string; err: string } {
  const out: string[] = [];
  const err: string[] = [];
  const environment = folder === undefined ? {} : { RUSHLIGHT_GOLDEN: folder };
  const code = main(args, environment, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const wrongCase = { ...linearCase, name: "wrong", output: { dtype: "double", size: [1], data: [23] } };

test("the own copy is replayed by default, and the last line of its table is the total", () => {
  const { code, out } = run([]);
  expect(code).toBe(0);
  expect(out).toMatch(/^class +cases +passed +failed +differs by decision +not implemented$/m);
  expect(out).toMatch(/^total +\d+ +\d+ +0 +\d+ +\d+$/m);
});

test("--json prints one JSON object with the counts by class and in all", () => {
  const { code, out, err } = run(
    ["--json"],
    folderOf({ "nn/Linear.json": { class: "Linear", cases: [linearCase, wrongCase] } }),
  );
  const json: unknown = JSON.parse(out);
  expect(json).toMatchObject({
    classes: { Linear: { cases: 2, passed: 1, failed: 1, differs: 0, missing: 0 } },
    total: { cases: 2, passed: 1, failed: 1, differs: 0, missing: 0 },
  });
  expect(err).toContain("Linear/wrong");
  expect(code).toBe(1);
});

test("the exit code is 1 when a case fails, and 0 when cases are only missing", () => {
  expect(run([], folderOf({ "nn/Linear.json": { class: "Linear", cases: [wrongCase] } })).code).toBe(1);
  expect(run([], folderOf({ "nn/Warp.json": { class: "Warp", cases: [linearCase] } })).code).toBe(0);
});

test("a folder that does not exist, or holds no fixture, is an error that names it", () => {
  const empty = temporaryFolder();
  const absent = run(["--json"], `${empty}/absent`);
  expect(absent).toMatchObject({ code: 1, out: "" });
  expect(absent.err).toBe(`RUSHLIGHT_GOLDEN: expected a folder of fixtures, got ${empty}/absent, which is none`);
  expect(run([], empty)).toMatchObject({
    code: 1,
    err: `RUSHLIGHT_GOLDEN: expected *.json or *.json.gz files in ${empty}, got none`,
  });
});

test("an option that does not exist is an error", () => {
  const { code, out, err } = run(["--jsn"]);
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("--jsn");
});

test("--help prints the usage", () => {
  const { code, out } = run(["--help"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^Usage: pnpm golden/);
});

test("the default dtype and generator are as they were before", () => {
  manualSeed(5);
  const expected = defaultGenerator().random();
  manualSeed(5);
  run([], folderOf({ "nn/Linear.json": { class: "Linear", cases: [linearCase] } }));
  expect(defaultDtype()).toBe("float32");
  expect(defaultGenerator().random()).toBe(expected);
});
