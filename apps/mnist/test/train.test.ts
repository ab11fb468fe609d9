import { Breather } from "@rushlight/command-line";
import { DataLoader } from "@rushlight/data";
import { loadMnist } from "@rushlight/data/node";
import { manualSeed, storageAllocations } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { digitDataset } from "../src/digits.ts";
import { type ModelName, models } from "../src/networks/models.ts";
import { LocalLearner } from "../src/training/LocalLearner.ts";
import { type TrainingObserver, type TrainingPlan, type TrainingRecord, train } from "../src/training/train.ts";
import { smallDigits } from "./smallDigits.ts";

const silent: TrainingObserver = { batch: () => {}, epoch: () => {} };

/** Trains on 200 easy digits in batches of 48, the last one of 8. */
function trainOnSmallDigits(plan: Partial<TrainingPlan>, name: ModelName = "perceptron"): Promise<TrainingRecord> {
  const model = models[name];
  const digits = loadMnist({ folder: smallDigits() });
  manualSeed(1);
  const network = model.build([20]);
  return train({
    network,
    learner: new LocalLearner(network),
    trainLoader: new DataLoader({ dataset: digitDataset(digits.train, model.input), batchSize: 48, shuffle: true }),
    testLoader: new DataLoader({ dataset: digitDataset(digits.test, model.input), batchSize: 30 }),
    epochs: 3,
    rate: 0.1,
    rateDecay: 0,
    momentum: 0.5,
    signal: new AbortController().signal,
    breather: new Breather(),
    observer: silent,
    ...plan,
  });
}

describe("train", () => {
  it("tells the losses of all batches and epochs, weighed by the sizes of the batches", async () => {
    const sums: number[] = [];
    const losses: number[] = [];
    const observer: TrainingObserver = {
      batch: (epoch, images, loss) => {
        sums[epoch] = images * loss;
        losses[epoch] = loss;
      },
      epoch: (epoch, trainingLoss) => expect(trainingLoss).toBe(losses[epoch]),
    };
    const record = await trainOnSmallDigits({ observer });
    expect([record.epochs, record.images]).toEqual([3, 600]);
    expect(record.history.training).toHaveLength(15);
    const epochs = record.history.training.slice(0, 5).map(({ loss }, batch) => loss * (batch < 4 ? 48 : 8));
    expect(epochs.reduce((sum, part) => sum + part, 0)).toBeCloseTo(sums[1], 8);
    expect(losses[3]).toBeLessThan(losses[1]);
    expect(record.history.test.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  });

  it.each(["perceptron", "cnn"] as const)("allocates no storage after the first epoch with %s", async (name) => {
    const allocations: number[] = [];
    const observer = { ...silent, epoch: () => void allocations.push(storageAllocations()) };
    await trainOnSmallDigits({ observer, rate: 0.01 }, name);
    expect(allocations).toEqual([allocations[0], allocations[0], allocations[0]]);
  });

  it("stops after the batch during which it is told to", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const observer: TrainingObserver = {
      ...silent,
      batch: (epoch, images) => {
        seen.push(images);
        if (epoch === 2 && images === 96) controller.abort();
      },
    };
    const record = await trainOnSmallDigits({ observer, signal: controller.signal });
    expect(seen.at(-1)).toBe(96);
    expect([record.epochs, record.images]).toEqual([1, 296]);
  });
});
