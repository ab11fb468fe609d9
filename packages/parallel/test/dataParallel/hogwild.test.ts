import * as nn from "@rushlight/nn";
import { DataParallel } from "@rushlight/parallel";
import { ArgumentError, manualSeed, type Tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { elements, inOneThread, normal } from "../support/training.ts";

const batches = Array.from({ length: 8 }, (_, i) => {
  const input = normal([4, 2], i + 1);
  // t = 3·x₀ − x₁ + 0.5
  const target = input.select(1, 0).clone().mul(3).add(-1, input.select(1, 1)).add(0.5).view(4, 1);
  return { input, target };
});

function regression(): nn.Module {
  manualSeed(3);
  return nn.sequential(new nn.BatchNormalization(2), new nn.Linear(2, 1));
}

describe("Training without locks", () => {
  test("is plain gradient descent with one worker, statistics included", async () => {
    const model = regression();
    const criterion = new nn.MSECriterion();
    const [parameters] = model.getParameters();
    let sum = 0;
    for (let epoch = 0; epoch < 2; epoch++) {
      sum = 0;
      for (const { input, target } of batches) {
        const { loss, gradients } = inOneThread(model, criterion, input, target);
        parameters.add(-0.05, gradients);
        sum += loss;
      }
    }
    await using dp = new DataParallel(regression(), new nn.MSECriterion(), { workers: 1 });
    const { losses } = await dp.hogwild(batches, { learningRate: 0.05, epochs: 2 });
    expect(losses[1]).toBeCloseTo(sum / batches.length, 6);
    expect(elements(dp.parameters)).toEqual(elements(parameters));
    expect(elements(dp.model.statistics())).toEqual(elements(model.statistics()));
  });

  test("converges with several, and goes on from where a signal has ended it", async () => {
    const line = new nn.Linear(2, 1);
    await using dp = new DataParallel(line, new nn.MSECriterion(), { workers: 2 });
    const controller = new AbortController();
    const { signal } = controller;
    const start = elements(dp.parameters);
    const aborted = dp.hogwild(batches, {
      learningRate: 0.05,
      epochs: 100,
      signal,
      onProgress: ({ epoch, samples }) => {
        if (epoch === 2 && samples > 4) controller.abort("later");
      },
    });
    await expect(aborted).rejects.toBe("later");
    expect(elements(dp.parameters)).not.toEqual(start);
    const { losses } = await dp.hogwild(batches, { learningRate: 0.05, epochs: 100 });
    expect(losses).toHaveLength(100);
    expect(losses[99]).toBeLessThan(1e-3);
    for (const [i, value] of [3, -1, 0.5].entries()) expect(dp.parameters.get(i)).toBeCloseTo(value, 1);
  });

  test("draws other noise in each epoch, also in those of another call", async () => {
    manualSeed(3);
    const model = nn.sequential(new nn.Linear(2, 16), new nn.Dropout(0.5), new nn.Linear(16, 1));
    await using dp = new DataParallel(model, new nn.MSECriterion(), { workers: 1, seed: 5 });
    const losses: number[] = [];
    for (const epochs of [1, 2, 1]) losses.push(...(await dp.hogwild(batches, { learningRate: 0, epochs })).losses);
    expect(new Set(losses).size).toBe(4);
  });

  test("refuses what makes no sense before it moves anything", async () => {
    await using dp = new DataParallel(new nn.Linear(2, 1), new nn.MSECriterion(), { workers: 1 });
    const before = elements(dp.parameters);
    const learningRate = Number.NaN;
    await expect(dp.hogwild(batches, { learningRate })).rejects.toThrow(
      "DataParallel.hogwild: expected a finite number as learningRate, got NaN",
    );
    await expect(dp.hogwild(batches, { learningRate: 1, epochs: 0 })).rejects.toThrow(ArgumentError);
    await expect(dp.hogwild([], { learningRate: 1 })).rejects.toThrow("expected batches in epoch 1, got none");
    const [batch]: { input: Tensor; target: Tensor }[] = batches;
    await expect(dp.hogwild(Object(batch) as [], { learningRate: 1 })).rejects.toThrow(
      "DataParallel.hogwild: expected batches that can be walked, got an object",
    );
    expect(elements(dp.parameters)).toEqual(before);
  });
});
