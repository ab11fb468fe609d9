import { ArgumentError, tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.ts";
import { doubles, lineTrainer } from "./trainers.ts";

/** Calls as a JavaScript program may, whatever the types say. */
function call(target: object, name: string, ...args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== "function") throw new Error(`expected a method ${name}`);
  return Reflect.apply(method, target, args);
}

function make(...args: readonly unknown[]): unknown {
  return Reflect.construct(nn.StochasticGradient, args);
}

describe("a StochasticGradient refuses", () => {
  const line = new nn.Linear(1, 1);
  const mse = new nn.MSECriterion();

  const refused: Readonly<Record<string, [args: readonly unknown[], message: string]>> = {
    "what is no module": [[5, mse], "StochasticGradient: expected a module, got 5"],
    "what is no criterion": [[line, line], "StochasticGradient: expected a criterion, got an object"],
    "a number as options": [[line, mse, 0.1], "StochasticGradient: expected an object of options"],
    "an unknown option": [[line, mse, { rate: 0.1 }], 'got "rate"'],
    "a rate of NaN": [[line, mse, { learningRate: Number.NaN }], "expected a finite number as learningRate, got NaN"],
    "text as rate": [[line, mse, { learningRate: "1" }], 'expected a finite number as learningRate, got "1"'],
    "a rate that grows": [
      [line, mse, { learningRateDecay: -1 }],
      "expected a finite number from 0 up as learningRateDecay, got -1",
    ],
    "half an epoch": [[line, mse, { maxIteration: 2.5 }], "expected a whole number as maxIteration, got 2.5"],
    "1 for true": [[line, mse, { shuffleIndices: 1 }], "expected true or false as shuffleIndices, got 1"],
    "text for false": [[line, mse, { verbose: "no" }], 'expected true or false as verbose, got "no"'],
    "a number to stop at": [[line, mse, { stopWhen: 0.1 }], "expected a function as stopWhen, got 0.1"],
    "null as hook": [[line, mse, { hookIteration: null }], "expected a function as hookIteration, got null"],
    "reshuffling what is not shuffled": [
      [line, mse, { reshuffle: true, shuffleIndices: false }],
      "expected reshuffle only together with shuffleIndices",
    ],
  };
  test.each(Object.keys(refused))("%s", (name) => {
    const [args, message] = refused[name];
    expect(() => make(...args)).toThrow(ArgumentError);
    expect(() => make(...args)).toThrow(message);
  });
});

describe("train refuses, before the parameters are changed,", () => {
  const [good] = doubles(1);
  const refused: Readonly<Record<string, [dataset: unknown, message: string]>> = {
    nothing: [undefined, "expected an array of examples, or a dataset with length and get, got undefined"],
    "a tensor": [tensor([1]), "got a tensor [1]"],
    "a dataset without get": [{ length: 2 }, "got an object"],
    "no examples": [[], "expected at least one example, got a length of 0"],
    "half an example": [{ length: 1.5, get: () => good }, "expected at least one example, got a length of 1.5"],
    "an input alone": [
      [good, [good[0]]],
      "expected [input, target], or an object with both, as example 1, got an array of 1",
    ],
    "a sample without target": [[good, { input: good[0] }], "as example 1, got an object"],
    "null as example": [[good, null], "as example 1, got null"],
    "a number as input": [[good, [3, good[1]]], "expected a tensor or a table of tensors as input of example 1, got 3"],
    "a number in a table": [[good, [[good[0], 3], good[1]]], "as input of example 1, got an array of 2"],
  };
  test.each(Object.keys(refused))("%s", (name) => {
    const [dataset, message] = refused[name];
    const trainer = lineTrainer();
    expect(() => call(trainer, "train", dataset)).toThrow(ArgumentError);
    expect(() => call(trainer, "train", dataset)).toThrow(message);
    expect(trainer.module.weight.toArray()).toEqual([[0]]);
  });

  test("options that make no sense", () => {
    const trainer = lineTrainer();
    expect(() => call(trainer, "train", doubles(1), { epochs: 3 })).toThrow('got "epochs"');
    expect(() => call(trainer, "train", doubles(1), { signal: true })).toThrow("expected an AbortSignal as signal");
    expect(() => call(trainer, "train", doubles(1), { signal: null })).toThrow("expected an AbortSignal as signal");
    expect(trainer.module.weight.toArray()).toEqual([[0]]);
  });

  test("fields that were set to what makes no sense", () => {
    const trainer = lineTrainer();
    trainer.learningRate = Number.NaN;
    expect(() => trainer.train(doubles(1))).toThrow(
      "StochasticGradient.train: expected a finite number as learningRate",
    );
    expect(trainer.module.weight.toArray()).toEqual([[0]]);
  });

  test("examples of a dataset that are none, when it comes to them", () => {
    const trainer = lineTrainer({ learningRate: 0.25 });
    const dataset = { length: 2, get: (index: number) => (index === 0 ? good : { input: 7, target: good[1] }) };
    expect(() => trainer.train(dataset)).toThrow("as input of example 1, got 7");
    expect(trainer.module.weight.toArray()).toEqual([[1]]);
  });
});

test("a field that a listener sets to what makes no sense is refused before the next epoch", () => {
  const trainer = lineTrainer({ learningRate: 0.25, maxIteration: 2 });
  trainer.on("afterEpoch", () => {
    trainer.learningRate = Number.POSITIVE_INFINITY;
  });
  expect(() => trainer.train(doubles(1))).toThrow("expected a finite number as learningRate, got Infinity");
  expect(trainer.module.weight.toArray()).toEqual([[1]]);
});

test("two trainings of one trainer do not run at once", async () => {
  const trainer = lineTrainer({ maxIteration: 1 });
  const off = trainer.on("afterExample", () => {
    trainer.train(doubles(1));
  });
  expect(() => trainer.train(doubles(1))).toThrow("expected no training that is running");
  await expect(trainer.trainAsync(doubles(1))).rejects.toThrow(ArgumentError);
  off();
  expect(trainer.train(doubles(1))).toHaveLength(1);
});

test("on refuses events that do not exist and listeners that are no functions", () => {
  const trainer = lineTrainer();
  expect(() => call(trainer, "on", "afterBatch", () => undefined)).toThrow(
    'StochasticGradient.on: expected an event named beforeEpoch, beforeExample, afterExample, afterEpoch, got "afterBatch"',
  );
  expect(() => call(trainer, "on", "afterEpoch", 3)).toThrow("expected a function to listen to afterEpoch, got 3");
});
