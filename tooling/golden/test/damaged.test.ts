import { describe, expect, test } from "vitest";
import { jsonReport } from "../src/report/json.ts";
import { notes } from "../src/report/notes.ts";
import { replayFiles } from "./folders.ts";
import { linearCase } from "./linearCase.ts";

const linearFile = { class: "Linear", cases: [linearCase] };

test("one wrong number fails its case and says where it is", () => {
  const wrong = { ...linearCase, name: "wrong", gradInput: { dtype: "double", size: [2], data: [20, 31] } };
  const report = replayFiles({ "nn/Linear.json": { class: "Linear", cases: [linearCase, wrong] } });
  expect(jsonReport(report).classes.Linear).toEqual({ cases: 2, passed: 1, failed: 1, differs: 0, missing: 0 });
  expect(notes(report, "the page").join("\n")).toContain(
    "Linear/wrong (nn/Linear.json)\n    gradInput[1]: expected 31 ± 3.1e-9, got 30 (1 of 2 numbers differ)",
  );
});

test("compressed files are read as plain ones are", () => {
  expect(replayFiles({ "nn/Linear.json.gz": linearFile }).results).toMatchObject([{ status: "passed" }]);
});

test("a file that is missing leaves its class without a fixture, which is reported", () => {
  const report = replayFiles({ "nn/Linear.json": linearFile });
  expect(report.withoutFixture).toContain("MSECriterion");
  expect(report.withoutFixture).toContain("rng");
  expect(report.withoutFixture).not.toContain("Linear");
  expect(jsonReport(report).classes.MSECriterion).toEqual({ cases: 0, passed: 0, failed: 0, differs: 0, missing: 0 });
  expect(notes(report, "the page").join("\n")).toMatch(/No fixture:\n[^:]*MSECriterion/);
});

describe("a class that is not known", () => {
  test("counts as missing, deep in a network too, and says what is missing", () => {
    const inner = { class: "Sequential", children: [{ class: "Concat", args: [2], children: [{ class: "Warp" }] }] };
    const report = replayFiles({
      "composite.json": { modules: [{ ...linearCase, name: "deep", args: [], children: [inner, { class: "Tanh" }] }] },
    });
    expect(report.results).toMatchObject([
      { class: "composite", name: "modules/deep", status: "missing", details: ["Warp"] },
    ]);
  });

  test("counts as missing case by case when a file is about it", () => {
    const report = replayFiles({ "nn/Warp.json": { class: "Warp", cases: [linearCase, linearCase] } });
    expect(jsonReport(report).classes.Warp).toEqual({ cases: 2, passed: 0, failed: 0, differs: 0, missing: 2 });
  });

  test("is not looked for among the names that every object has", () => {
    const report = replayFiles({ "nn/Odd.json": { class: "constructor", cases: [linearCase] } });
    expect(report.results).toMatchObject([{ status: "missing", details: ["constructor"] }]);
  });
});

describe("a malformed fixture", () => {
  const broken = { ...linearCase, name: "broken", input: { dtype: "double", size: [3], data: [1, 2] } };

  test("fails with file, case and field, and leaves the other cases alone", () => {
    const report = replayFiles({ "nn/Linear.json": { class: "Linear", cases: [broken, linearCase] } });
    expect(report.results).toMatchObject([
      {
        status: "failed",
        malformed: true,
        details: ['malformed fixture: nn/Linear.json, case "broken", input: expected 3 numbers for size [3], got 2'],
      },
      { status: "passed" },
    ]);
  });

  test("fails also when its class is missing", () => {
    const report = replayFiles({ "nn/Warp.json": { class: "Warp", cases: [broken] } });
    expect(report.results).toMatchObject([{ status: "failed", malformed: true }]);
  });

  test.each([
    ["no input", { input: undefined }, 'a field "input"'],
    ["no output", { output: undefined }, 'a field "output"'],
    [
      "no gradient although it is not said to lack one",
      { gradInput: undefined, gradParameters: undefined },
      "noBackward",
    ],
    ["a gradient although it is said to lack one", { noBackward: true }, "noBackward"],
    ["a gradient without the gradOutput that it comes from", { gradOutput: undefined }, 'a field "gradOutput"'],
    ["an unknown mode", { mode: "test" }, 'got "test"'],
    ["an unknown step to throw in", { errorIn: "lunch" }, 'got "lunch"'],
    ["a child that is no module", { children: [3] }, "children[0]"],
  ])("is one with %s", (_, change, message) => {
    const report = replayFiles({ "nn/Linear.json": { class: "Linear", cases: [{ ...linearCase, ...change }] } });
    expect(report.results).toMatchObject([{ status: "failed", malformed: true }]);
    expect(report.results[0].details[0]).toContain(message);
  });

  test("is a file that is no JSON, or no list of cases: one failed case with the file's name", () => {
    const report = replayFiles({
      "nn/Linear.json": "{",
      "nn/Tanh.json": [],
      "criterion/MSECriterion.json": { class: "MSECriterion" },
      "tensor.json.gz": "no gzip after all",
    });
    expect(report.results.map(({ class: className, status, malformed }) => [className, status, malformed])).toEqual([
      ["MSECriterion", "failed", true],
      ["Linear", "failed", true],
      ["Tanh", "failed", true],
      ["tensor", "failed", true],
    ]);
  });

  test("is a file that is there twice", () => {
    const report = replayFiles({ "nn/Linear.json": linearFile, "nn/Linear.json.gz": linearFile });
    expect(report.results).toMatchObject([{ status: "failed", malformed: true }]);
  });
});

test("a file that no suite knows is counted as missing", () => {
  const report = replayFiles({
    "autograd.json": { cases: [{ name: "a" }, { name: "b" }] },
    "nn/deep/Linear.json": linearFile,
  });
  expect(report.results).toMatchObject([
    { class: "autograd", status: "missing" },
    { class: "autograd", status: "missing" },
    { class: "Linear", file: "nn/deep/Linear.json", status: "missing" },
  ]);
});

test("fields that nothing reads are listed", () => {
  const report = replayFiles({ "nn/Linear.json": { class: "Linear", cases: [{ ...linearCase, hessian: 3 }] } });
  expect(notes(report, "the page").join("\n")).toContain("Fields that nothing reads:\n  nn/Linear.json: hessian");
});
