import { defaultGenerator, manualSeed, randperm, storageAllocations, type Tensor, tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.ts";
import { doubles, lineTrainer } from "./trainers.ts";

/** The examples in the order in which two epochs take them. */
function ordersOf(options: nn.StochasticGradientOptions<nn.Linear, nn.MSECriterion>): number[][] {
  const trainer = lineTrainer({ learningRate: 0, maxIteration: 2, ...options });
  const orders: number[][] = [[], []];
  trainer.on("beforeExample", ({ epoch, index }) => orders[epoch - 1].push(index));
  manualSeed(9);
  trainer.train(doubles(10));
  return orders;
}

describe("training with a StochasticGradient", () => {
  test("moves the parameters after each example, and gives the mean of the losses before that", () => {
    const trainer = lineTrainer({ learningRate: 0.25, maxIteration: 1 });
    // w = 0: loss (0 − 2)², w ← 0 + 0.25·2·2 = 1; then loss (2 − 4)², w ← 1 + 0.25·2·2·2.
    expect(trainer.train(doubles(2))).toEqual([4]);
    expect(trainer.module.weight.toArray()).toEqual([[3]]);
  });

  test("takes the rate itself in epoch 1 and divides it by 1 + epoch·decay from epoch 2 on", () => {
    const trainer = lineTrainer({ learningRate: 0.1, learningRateDecay: 0.5, maxIteration: 3 });
    const rates: number[] = [];
    trainer.on("beforeEpoch", ({ learningRate }) => rates.push(learningRate));
    trainer.train(doubles(1));
    expect(rates).toEqual([0.1, 0.1 / 2, 0.1 / 2.5]);
  });

  test("trains for 25 epochs at a rate of 0.01 when nothing else is said", () => {
    const trainer = new nn.StochasticGradient(new nn.Linear(1, 1), new nn.MSECriterion());
    expect(trainer).toMatchObject({ learningRate: 0.01, learningRateDecay: 0, shuffleIndices: true, reshuffle: false });
    expect(trainer.train(doubles(2))).toHaveLength(25);
  });

  test("reads its fields at the next epoch", () => {
    const trainer = lineTrainer({ maxIteration: 3, learningRate: 0.1 });
    const rates: number[] = [];
    trainer.on("beforeExample", ({ trainer: same, learningRate }) => {
      rates.push(learningRate);
      same.learningRate = 0.2;
    });
    trainer.train(doubles(2));
    expect(rates).toEqual([0.1, 0.1, 0.2, 0.2, 0.2, 0.2]);
  });

  test("begins anew each time, and goes on from the parameters", () => {
    const trainer = lineTrainer({ learningRate: 0.1, learningRateDecay: 1, maxIteration: 2 });
    const seen: number[][] = [];
    trainer.on("beforeEpoch", ({ epoch, learningRate }) => seen.push([epoch, learningRate]));
    const [first] = trainer.train(doubles(3));
    const [again] = trainer.train(doubles(3));
    expect(seen.slice(2)).toEqual(seen.slice(0, 2));
    expect(again).toBeLessThan(first);
  });

  test("takes tables, samples and datasets as well as pairs of tensors", () => {
    const pairs = doubles(3);
    const samples = pairs.map(([input, target]) => ({ input, target }));
    const dataset = { length: 3, get: (index: number) => samples[index] };
    const errors = lineTrainer().train(pairs);
    expect(lineTrainer().train(samples)).toEqual(errors);
    expect(lineTrainer().train(dataset)).toEqual(errors);

    const sum = new nn.StochasticGradient(new nn.CAddTable(), new nn.MSECriterion(), { maxIteration: 1 });
    expect(sum.train([[[tensor([1]), tensor([2])], tensor([5])]])).toEqual([4]);
  });

  test("gives labels to the criterion as the numbers that they are", () => {
    const trainer = new nn.StochasticGradient(new nn.LogSoftMax(), new nn.ClassNLLCriterion(), { maxIteration: 1 });
    expect(trainer.train([[tensor([0, 0]), 1]])[0]).toBeCloseTo(Math.LN2);
  });

  test("leaves the mode of the module as it is", () => {
    const trainer = lineTrainer({ maxIteration: 1 });
    trainer.module.evaluate();
    trainer.train(doubles(1));
    expect(trainer.module.train).toBe(false);
  });

  test("computes no gradient for the input of a module that needs none", () => {
    const trainer = lineTrainer({ maxIteration: 1 });
    trainer.module.needsGradInput = false;
    trainer.train(doubles(2));
    expect(trainer.module.gradInput.nElement()).toBe(0);
    expect(trainer.module.weight.get(0, 0)).toBeGreaterThan(0);
  });

  test("satisfies a checked network", () => {
    const net = nn.checked(nn.sequential(new nn.Linear(1, 4), new nn.Tanh(), new nn.Linear(4, 1)));
    const trainer = new nn.StochasticGradient(net, nn.checked(new nn.MSECriterion()), { maxIteration: 20 });
    const errors = trainer.train(doubles(3));
    expect(errors[19]).toBeLessThan(errors[0]);
  });

  test("makes no storages for the examples of an array once each was seen", () => {
    const net = nn.sequential(new nn.Linear(1, 4), new nn.Tanh(), new nn.Dropout(), new nn.Linear(4, 1));
    const trainer = new nn.StochasticGradient(net, new nn.MSECriterion(), { maxIteration: 4, reshuffle: true });
    const counts: number[] = [];
    trainer.on("afterEpoch", () => counts.push(storageAllocations()));
    trainer.on("afterExample", () => undefined);
    trainer.train(doubles(5));
    expect(counts[3]).toBe(counts[1]);
  });

  test("prints only when it is asked to", () => {
    const lines: string[] = [];
    const print = (line: string): unknown => lines.push(line);
    lineTrainer({ learningRate: 0, maxIteration: 1, print }).train(doubles(1));
    expect(lines).toEqual([]);
    lineTrainer({ learningRate: 0, maxIteration: 2, print, verbose: true }).train(doubles(1));
    expect(lines).toEqual([
      "# StochasticGradient: training",
      "# current error = 4",
      "# current error = 4",
      "# StochasticGradient: you have reached the maximum number of iterations",
      "# training error = 4",
    ]);
  });
});

describe("the order of the examples", () => {
  const inOrder = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

  test("is drawn once for all epochs", () => {
    manualSeed(9);
    const drawn = randperm(10).toArray();
    expect(ordersOf({ shuffleIndices: true })).toEqual([drawn, drawn]);
  });

  test("is drawn anew for each epoch with reshuffle", () => {
    manualSeed(9);
    const drawn = [randperm(10).toArray(), randperm(10).toArray()];
    expect(ordersOf({ shuffleIndices: true, reshuffle: true })).toEqual(drawn);
  });

  test("is that of the dataset without shuffling, and what is drawn later is the same as with it", () => {
    expect(ordersOf({ shuffleIndices: false })).toEqual([inOrder, inOrder]);
    const after = defaultGenerator().random();
    ordersOf({ shuffleIndices: true });
    expect(defaultGenerator().random()).toBe(after);
  });
});

test("a perceptron learns exclusive or, in one go or with turns of the event loop in between", async () => {
  const examples = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ].map(([a, b]): [Tensor, number] => [tensor([a, b]), a === b ? 0 : 1]);
  const make = () => {
    manualSeed(3);
    const net = nn.sequential(new nn.Linear(2, 8), new nn.Tanh(), new nn.Linear(8, 2), new nn.LogSoftMax());
    return new nn.StochasticGradient(net, new nn.ClassNLLCriterion(), { learningRate: 0.2, maxIteration: 500 });
  };
  const errors = make().train(examples);
  expect(errors[499]).toBeLessThan(0.1);
  expect(await make().trainAsync(examples)).toEqual(errors);
});
