import * as nn from "@rushlight/nn";
import { manualSeed, tensor } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { buildNetwork } from "../src/network/buildNetwork.ts";
import { optimizers } from "../src/network/optimizers.ts";
import { DivergenceError } from "../src/training/DivergenceError.ts";
import { type EpochLosses, type TrainingPlan, train } from "../src/training/train.ts";

const line = (
  from: number,
  to: number,
  slope: number,
): { inputs: ReturnType<typeof tensor>; targets: ReturnType<typeof tensor> } => {
  const xs = Array.from({ length: 20 }, (_, i) => from + ((to - from) * i) / 19);
  return { inputs: tensor(xs.map((x) => [x])), targets: tensor(xs.map((x) => [slope * x])) };
};

function plan(changes: Partial<TrainingPlan> = {}): TrainingPlan {
  manualSeed(1);
  return {
    network: buildNetwork({ inputs: 1, hidden: [8], activation: "tanh" }),
    training: line(-1, 1, 2),
    validation: line(-0.9, 0.9, 2),
    epochs: 200,
    batchSize: 5,
    optimizer: optimizers.adam,
    settings: { rate: 0.01, momentum: 0, weightDecay: 0 },
    patience: 20,
    signal: new AbortController().signal,
    observe: () => {},
    ...changes,
  };
}

describe("train", () => {
  it("keeps the parameters with the least validation loss", async () => {
    // What is learned of one slope is wrong for the other, sooner or later.
    const settings = plan({ validation: line(-1, 1, 1) });
    const record = await train(settings);
    expect(record.ending).toBe("patience");
    expect(record.history.length).toBe(record.bestEpoch + 20);
    const losses = record.history.map(({ validation }) => validation ?? Number.NaN);
    expect(record.bestEpoch).toBe(1 + losses.indexOf(Math.min(...losses)));
    const { inputs, targets } = line(-1, 1, 1);
    settings.network.evaluate();
    expect(new nn.MSECriterion().forward(settings.network.forward(inputs), targets)).toBe(Math.min(...losses));
  });

  it("goes on to the last epoch without rows to look at", async () => {
    const record = await train(plan({ validation: undefined, epochs: 30, patience: 1 }));
    expect(record).toMatchObject({ bestEpoch: 30, ending: "all epochs", steps: 120 });
    expect(record.history[29].training).toBeLessThan(record.history[0].training);
  });

  it("tells of each epoch as it ends", async () => {
    const told: EpochLosses[] = [];
    const { history } = await train(plan({ epochs: 3, observe: (losses) => told.push(losses) }));
    expect(told.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(told).toEqual(history);
  });

  it("stops within an epoch when it is interrupted", async () => {
    const controller = new AbortController();
    const observe = ({ epoch }: EpochLosses): void => {
      if (epoch === 4) controller.abort();
    };
    const record = await train(plan({ signal: controller.signal, observe }));
    expect(record).toMatchObject({ ending: "interrupted", steps: 16 });
    expect(record.history).toHaveLength(4);
  });

  it("says when the loss is no number any more", async () => {
    const settings = { rate: 1e30, momentum: 0, weightDecay: 0 };
    await expect(train(plan({ optimizer: optimizers.sgd, settings }))).rejects.toThrow(DivergenceError);
    await expect(train(plan({ optimizer: optimizers.sgd, settings }))).rejects.toThrow(/the loss became .* in epoch 1/);
    const tooFar = { ...settings, rate: 1e40 };
    const oneStep = { optimizer: optimizers.sgd, settings: tooFar, epochs: 1, batchSize: 20, validation: undefined };
    await expect(train(plan(oneStep))).rejects.toThrow(/the loss became .* in epoch 1/);
  });
});

it.each(Object.keys(optimizers))("%s lowers the loss with its usual settings", async (name) => {
  const { usual } = optimizers[name];
  const settings = { rate: usual.rate ?? 0, momentum: usual.momentum ?? 0, weightDecay: usual.weightDecay ?? 0 };
  const { history } = await train(plan({ optimizer: optimizers[name], settings, epochs: 100, validation: undefined }));
  expect(history[99].training).toBeLessThan(history[0].training / 2);
});

it("buildNetwork puts an activation behind each hidden layer", () => {
  const types = (network: nn.Sequential): string[] => network.modules.map((module) => module.constructor.name);
  expect(types(buildNetwork({ inputs: 2, hidden: [3, 4], activation: "relu" }))).toEqual([
    "Linear",
    "ReLU",
    "Linear",
    "ReLU",
    "Linear",
  ]);
  expect(types(buildNetwork({ inputs: 2, hidden: [], activation: "tanh" }))).toEqual(["Linear"]);
});
