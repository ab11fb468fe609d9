import { expect, test } from "vitest";
import { doubles, lineTrainer } from "./trainers.ts";

test("hooks and listeners are called in order, with what their event has", () => {
  const log: unknown[] = [];
  const trainer = lineTrainer({
    learningRate: 0.25,
    maxIteration: 1,
    hookExample: (_, [input]) => log.push(["hookExample", input.get(0)]),
    hookIteration: (_, iteration, error) => log.push(["hookIteration", iteration, error]),
  });
  trainer.on("beforeEpoch", ({ epoch, learningRate }) => log.push(["beforeEpoch", epoch, learningRate]));
  trainer.on("beforeExample", ({ index, input, target, epoch }) => {
    log.push(["beforeExample", epoch, index, input.get(0), typeof target === "number" ? target : target.get(0)]);
  });
  trainer.on("afterExample", ({ index, loss, learningRate, trainer: { module } }) => {
    log.push(["afterExample", index, loss, learningRate, module.weight.get(0, 0)]);
  });
  trainer.on("afterEpoch", ({ epoch, error, errors }) => log.push(["afterEpoch", epoch, error, [...errors]]));
  trainer.train(doubles(2));
  expect(log).toEqual([
    ["beforeEpoch", 1, 0.25],
    ["beforeExample", 1, 0, 1, 2],
    ["hookExample", 1],
    ["afterExample", 0, 4, 0.25, 1],
    ["beforeExample", 1, 1, 2, 4],
    ["hookExample", 2],
    ["afterExample", 1, 4, 0.25, 3],
    ["hookIteration", 1, 4],
    ["afterEpoch", 1, 4, [4]],
  ]);
});

test("a listener is taken away by what on gives, and only that one", () => {
  const trainer = lineTrainer({ maxIteration: 1 });
  let calls = 0;
  const listener = (): void => {
    calls += 1;
  };
  const off = trainer.on("afterExample", listener);
  trainer.on("afterExample", listener);
  trainer.train(doubles(1));
  expect(calls).toBe(2);
  off();
  off();
  trainer.train(doubles(1));
  expect(calls).toBe(3);
});

test("a listener that is added or taken away by another counts from the next event on", () => {
  const trainer = lineTrainer({ maxIteration: 1 });
  const calls: string[] = [];
  trainer.on("afterExample", () => {
    if (calls.length === 0) trainer.on("afterExample", () => calls.push("late"));
    calls.push("first");
    off();
  });
  const off = trainer.on("afterExample", () => calls.push("second"));
  trainer.train(doubles(2));
  expect(calls).toEqual(["first", "second", "first", "late"]);
});

test("what a listener throws ends the training, and the next one begins as ever", () => {
  const trainer = lineTrainer({ maxIteration: 2 });
  const off = trainer.on("afterExample", () => {
    throw new Error("enough");
  });
  expect(() => trainer.train(doubles(2))).toThrow("enough");
  off();
  expect(trainer.train(doubles(2))).toHaveLength(2);
});
