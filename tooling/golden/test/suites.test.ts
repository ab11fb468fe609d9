import { describe, expect, test } from "vitest";
import { torchText, torchType } from "../src/suites/tensor/torchText.ts";
import { replayFiles } from "./folders.ts";

const vector = (...data: number[]): object => ({ dtype: "double", size: [data.length], data });

describe("the text of a tensor", () => {
  test("has our name of the type, indices from 0 and no line end after it", () => {
    expect(torchText(" 1\n[torch.LongTensor of size 1]\n")).toBe(" 1\n[int32 tensor of size 1]");
    expect(torchText("(1,2,.,.) = \n  1\n[torch.DoubleTensor of size 1x2x1x1]\n")).toBe(
      "(0,1,.,.) = \n  1\n[float64 tensor of size 1x2x1x1]",
    );
    expect(torchText("Columns 11 to 12\n 1\n[torch.ByteTensor of size 1x12]\n")).toBe(
      "Columns 10 to 11\n 1\n[uint8 tensor of size 1x12]",
    );
    expect(torchType("torch.FloatTensor")).toBe("float32");
  });
});

describe("tensor calls", () => {
  const call = (fixture: object): object => ({ call: "method", args: [], inputs: [vector(1, 5, 3)], ...fixture });
  const replay = (fixture: object) => replayFiles({ "tensor.json": { cases: [call(fixture)] } }).results[0];

  test("count dimensions and indices from 1 on both ways", () => {
    const long = { dtype: "long", size: [1], data: [2] };
    expect(replay({ op: "max", args: [1], results: [vector(5), long] })).toMatchObject({ status: "passed" });
    expect(replay({ op: "max", args: [1], results: [vector(5), { ...long, data: [1] }] })).toMatchObject({
      status: "failed",
    });
  });

  test("refer to their inputs", () => {
    expect(replay({ op: "add", args: [{ $input: 1 }], result: vector(2, 10, 6) })).toMatchObject({ status: "passed" });
    expect(replay({ op: "add", args: [{ $input: 2 }], result: vector(2, 10, 6) })).toMatchObject({
      status: "failed",
      malformed: true,
    });
  });

  test("without a counterpart are missing, under a name that says which", () => {
    expect(replay({ op: "fft", args: [2, true], result: 1 })).toMatchObject({
      name: "fft(2,true) on [3]",
      status: "missing",
      details: ["Tensor.fft"],
    });
  });

  test("with an argument that the row does not read fail", () => {
    expect(replay({ op: "neg", args: [7], result: vector(-1, -5, -3) })).toMatchObject({ status: "failed" });
  });
});

describe("optimisers", () => {
  const search = {
    name: "sgd/quadratic",
    method: "sgd",
    problem: "quadratic",
    config: { learningRate: 0.5 },
    steps: 2,
    sensitivity: 1e-13,
    // f = x² with x ← x − ½·2x.
    xs: { dtype: "double", size: [3, 1], data: [3, 0, 0] },
    fx: [[9], [0]],
    evals: [1, 2],
  };
  const quadratic = { A: { dtype: "double", size: [1, 1], data: [2] }, b: vector(0), x0: vector(3) };
  const replay = (change: object) =>
    replayFiles({ "optim.json": { problems: { quadratic }, cases: [{ ...search, ...change }] } }).results[0];

  test("are compared at every point, in every value and evaluation", () => {
    expect(replay({})).toMatchObject({ status: "passed" });
    expect(replay({ xs: { ...search.xs, data: [3, 0, 0.1] } })).toMatchObject({ status: "failed" });
    expect(replay({ fx: [[9], [0.1]] })).toMatchObject({ status: "failed" });
    expect(replay({ evals: [1, 3] })).toMatchObject({ status: "failed" });
  });

  test("may be off by what the sensitivity of the search allows", () => {
    const xs = { ...search.xs, data: [3, 0, 1e-4] };
    expect(replay({ xs })).toMatchObject({ status: "failed" });
    expect(replay({ xs, sensitivity: 1e-6 })).toMatchObject({ status: "passed" });
  });

  test("and problems that are not known are missing", () => {
    expect(replay({ method: "levenberg" })).toMatchObject({ status: "missing", details: ["optim.levenberg"] });
    expect(replay({ problem: "sphere" })).toMatchObject({ status: "failed", malformed: true });
  });

  test("do not hide other parts of the file", () => {
    const { results } = replayFiles({ "optim.json": { problems: { quadratic }, cases: [], levenberg: [{ a: 1 }] } });
    expect(results).toMatchObject([{ class: "optim.levenberg", status: "missing" }]);
  });
});

describe("streams of random numbers", () => {
  const replay = (part: object) => replayFiles({ "rng.json": { seeds: [{ seed: 42, ...part }] } }).results;

  test("are drawn anew from the seed under each expression", () => {
    const [first, second] = [1608637542, 3421126067];
    expect(replay({ scalars: { "random()": [first, second], "random(1,1000)": [543, 68] } })).toMatchObject([
      { name: "42/scalars/random()", status: "passed" },
      { name: "42/scalars/random(1,1000)", status: "passed" },
    ]);
    expect(replay({ scalars: { "random()": [second] } })).toMatchObject([{ status: "failed" }]);
  });

  test("of what is not known are missing", () => {
    expect(
      replay({ scalars: { "zipf(2)": [1] }, tensors: [{ expr: "Tensor(3):zipf(2)", result: vector(1, 2, 3) }] }),
    ).toMatchObject([
      { status: "missing", details: ["zipf"] },
      { status: "missing", details: ["Tensor.zipf"] },
    ]);
    expect(replay({ quasi: [1] })).toMatchObject([{ name: "42/quasi", status: "missing" }]);
  });
});
