import { describe, expect, test } from "vitest";
import { FixtureFolder } from "../src/fixtures/FixtureFolder.ts";
import type { Registry } from "../src/mapping/rows.ts";
import type { CaseResult } from "../src/run/CaseResult.ts";
import { runGolden } from "../src/run/runGolden.ts";
import { folderOf, replayModuleJson } from "./folders.ts";
import { linearCase } from "./linearCase.ts";
import { Probe } from "./Probe.ts";

const vector = (...data: number[]): object => ({ dtype: "double", size: [data.length], data });

const probeCase = {
  name: "probe",
  args: [],
  input: vector(1, 2),
  output: vector(2, 4),
  gradOutput: vector(3, 4),
  gradInput: vector(6, 8),
  gradParameters: [vector(3, 4)],
};

let probe = new Probe();
const rows: Registry = {
  modules: {
    Probe: { create: () => (probe = new Probe()) },
    Unpooling: { create: (a) => new Probe(a.module(0)) },
  },
  criterions: {},
};

function replayProbe(changes: object, className = "Probe"): CaseResult {
  const fixture = { ...probeCase, ...changes };
  const folder = folderOf({ "nn/Probe.json": { class: className, cases: [fixture] } });
  return runGolden(new FixtureFolder(folder, "the test"), rows, []).results[0];
}

test("a case whose numbers all match passes", () => {
  expect(replayModuleJson("Linear", linearCase)).toMatchObject({ status: "passed", details: [], class: "Linear" });
});

describe("everything that was recorded counts", () => {
  test.each([
    ["parameters", [vector(1, 2)]],
    ["output", vector(2, 5)],
    ["inputAfterForward", vector(2, 4)],
    ["gradInput", vector(6, 9)],
    ["gradOutputAfterBackward", vector(0, 0)],
    ["gradParameters", [vector(3, 5)]],
    ["gradParameters", []],
    ["runningMeanBefore", vector(1, 0)],
    ["runningMeanAfter", vector(0, 2)],
    ["moduleLoss", 4],
  ])("%s", (field, wrong) => {
    expect(replayProbe({ [field]: wrong })).toMatchObject({ status: "failed", malformed: false });
  });

  test("and passes when it is right", () => {
    const right = {
      parameters: [vector(1, 1)],
      inputAfterForward: vector(1, 2),
      gradOutputAfterBackward: vector(3, 4),
      runningMeanBefore: vector(0, 0),
      runningMeanAfter: vector(1, 2),
      moduleLoss: 3,
      parametersAfterUpdate: [vector(-0.5, -1)],
      updateLearningRate: 0.5,
    };
    expect(replayProbe(right)).toMatchObject({ status: "passed" });
    expect(replayProbe({ ...right, parametersAfterUpdate: [vector(1, 1)] })).toMatchObject({ status: "failed" });
  });

  test("a gradient that is kept in another form is passed over", () => {
    expect(replayProbe({ gradParameters: [null], gradParametersNote: "kept sparse" })).toMatchObject({
      status: "passed",
    });
  });
});

test("an input that changes although nothing says so is a failure", () => {
  const result = replayModuleJson("ReLU", {
    name: "inplace",
    args: [true],
    input: vector(-1, 2),
    output: vector(0, 2),
    gradOutput: vector(5, 5),
    gradInput: vector(0, 5),
    gradParameters: [],
  });
  expect(result.details).toEqual([
    expect.stringMatching(/^input after forward\[0\]/),
    expect.stringMatching(/^gradOutput after backward\[0\]/),
  ]);
});

test("the scale reaches the gradients of the parameters", () => {
  expect(replayProbe({ scale: 0.5, gradParameters: [vector(1.5, 2)] })).toMatchObject({ status: "passed" });
});

test("the mode reaches the module", () => {
  replayProbe({ mode: "evaluate" });
  expect(probe.train).toBe(false);
  replayProbe({ mode: "train" });
  expect(probe.train).toBe(true);
});

test("a noncontiguous input is a strided view with the same elements", () => {
  expect(replayProbe({ noncontiguous: true })).toMatchObject({ status: "passed" });
  expect(probe.contiguous).toBe(false);
});

test("the random numbers of the forward step begin with their own seed", () => {
  const dropout = {
    name: "dropout",
    args: [0.5],
    rngBeforeForward: 287,
    input: vector(1, 1, 1),
    // The first uniform numbers of 287 are 0.14, 0.45 and 0.71.
    output: vector(2, 2, 0),
    gradOutput: vector(1, 1, 1),
    gradInput: vector(2, 2, 0),
    gradParameters: [],
  };
  expect(replayModuleJson("Dropout", dropout)).toMatchObject({ status: "passed" });
  expect(replayModuleJson("Dropout", { ...dropout, rngBeforeForward: 1 })).toMatchObject({ status: "failed" });
});

test("the pooling module among the arguments takes its input before the unpooling module does", () => {
  const changes = { args: [{ class: "Probe" }], poolingInput: vector(7, 8) };
  expect(replayProbe(changes, "Unpooling")).toMatchObject({ status: "passed" });
  expect(probe.output.toArray()).toEqual([14, 16]);
});

describe("where Torch threw", () => {
  test("we must throw at the same step", () => {
    const wrongSize = {
      ...linearCase,
      input: vector(1, 2, 3),
      output: undefined,
      gradInput: undefined,
      gradParameters: undefined,
    };
    expect(replayModuleJson("Linear", { ...wrongSize, errorIn: "forward" })).toMatchObject({ status: "passed" });
    expect(replayModuleJson("Linear", { ...linearCase, errorIn: "forward" })).toMatchObject({ status: "failed" });
    expect(replayModuleJson("Linear", { ...wrongSize, args: [0, 1], errorIn: "construct" })).toMatchObject({
      status: "passed",
    });
  });

  test("what comes before must still match", () => {
    const wrongGradient = { ...linearCase, gradOutput: vector(1, 2), gradInput: undefined, gradParameters: undefined };
    expect(replayModuleJson("Linear", { ...wrongGradient, errorIn: "backward" })).toMatchObject({ status: "passed" });
    expect(replayModuleJson("Linear", { ...wrongGradient, errorIn: "backward", output: vector(23) })).toMatchObject({
      status: "failed",
    });
  });

  test("an error that only shows a mistake of the mapping or of the program does not count", () => {
    expect(replayModuleJson("Linear", { ...linearCase, args: ["two", 1], errorIn: "construct" })).toMatchObject({
      status: "failed",
      details: [
        'MappingError: Linear: expected a number as argument 1, got "two": the mapping does not know this form',
      ],
    });
    expect(replayProbe({ errorIn: "forward", input: [vector(1, 2)] })).toMatchObject({ status: "failed" });
  });

  test("an error at another step is a failure that says what happened", () => {
    const result = replayModuleJson("Linear", { ...linearCase, args: [0, 1], errorIn: "forward" });
    expect(result).toMatchObject({ status: "failed", details: [expect.stringContaining("Linear")] });
  });
});

test("fields that nothing reads are reported", () => {
  expect(replayProbe({ hessian: 3 }).unknownFields).toEqual(["hessian"]);
});
