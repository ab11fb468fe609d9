import type { AnyCriterion, AnyModule } from "@rushlight/module";
import * as nn from "@rushlight/nn";
import { SGD } from "@rushlight/optim";
import { DataParallel, type DataParallelOptions } from "@rushlight/parallel";
import { ArgumentError, Generator, manualSeed, ShapeError, setDefaultDtype, Tensor, tensor } from "@rushlight/tensor";
import { afterEach, describe, expect, test } from "vitest";
import { elements, inOneThread, normal, relativeDistance } from "../support/training.ts";

afterEach(() => {
  setDefaultDtype("float32");
});

const labels = tensor([0, 2, 1, 2, 2, 0, 1], { dtype: "int32" });

function network(): nn.Module {
  manualSeed(3);
  return nn.sequential(new nn.Linear(5, 4), new nn.Tanh(), new nn.Linear(4, 3));
}

/** What steps give, as numbers that have all bits. */
async function stepsOf(
  make: () => nn.Module,
  options: DataParallelOptions,
  steps = 2,
): Promise<{ losses: number[]; gradients: number[]; statistics: number[] }> {
  await using dp = new DataParallel(make(), new nn.CrossEntropyCriterion(), { seed: 7, ...options });
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    losses.push((await dp.step({ input: normal([7, 5]), target: labels })).loss);
    dp.parameters.add(-0.5, dp.gradients);
  }
  return { losses, gradients: elements(dp.gradients), statistics: elements(dp.model.statistics()) };
}

describe("A step", () => {
  test("gives the loss and the gradient of the whole batch, each time", async () => {
    const input = normal([7, 5]);
    const expected = inOneThread(network(), new nn.CrossEntropyCriterion(), input, labels);
    const model = network();
    await using dp = new DataParallel(model, new nn.CrossEntropyCriterion(), { workers: 2, slices: 3 });
    for (let step = 0; step < 2; step++) {
      const { loss } = await dp.step({ input, target: labels });
      expect(loss).toBeCloseTo(expected.loss, 6);
      expect(relativeDistance(dp.gradients, expected.gradients)).toBeLessThan(1e-6);
    }
    expect(model.parameters()[1][0].storage()).toBe(dp.gradients.storage());
    expect(dp.statistics().completed).toBe(6);
    expect(dp.utilization).toBeGreaterThan(0);
  });

  test("gives them in float64 up to its rounding, for weighted classes and images", async () => {
    setDefaultDtype("float64");
    const make = (): nn.Module => {
      manualSeed(3);
      return nn.sequential(
        new nn.SpatialConvolution(2, 3, 3, 3),
        new nn.SpatialReflectionPadding(1, 1, 1, 1),
        new nn.SpatialMaxPooling(2, 2, 2, 2),
        new nn.View(12),
        new nn.LinearWeightNorm(12, 3),
      );
    };
    const criterion = (): nn.CrossEntropyCriterion =>
      new nn.CrossEntropyCriterion({ weights: tensor([0.5, 2, 3]), ignoreIndex: 2 });
    const input = normal([7, 2, 4, 4]);
    const expected = inOneThread(make(), criterion(), input, labels);
    await using dp = new DataParallel(make(), criterion(), { workers: 2, slices: 3 });
    const { loss } = await dp.step({ input, target: labels });
    expect(Math.abs(loss / expected.loss - 1)).toBeLessThan(1e-12);
    expect(relativeDistance(dp.gradients, expected.gradients)).toBeLessThan(1e-12);
  });

  test("is what an optimiser steps by", async () => {
    const input = normal([7, 5]);
    const settings = { learningRate: 0.3, momentum: 0.9, dampening: 0 };
    const model = network();
    const alone = new SGD(model.getParameters()[0], settings);
    await using dp = new DataParallel(network(), new nn.CrossEntropyCriterion(), { workers: 2 });
    const { parameters, gradients } = dp;
    const together = new SGD(parameters, settings);
    for (let step = 0; step < 10; step++) {
      const { loss } = await dp.step({ input, target: labels });
      together.step(() => [loss, gradients]);
      const one = inOneThread(model, new nn.CrossEntropyCriterion(), input, labels);
      alone.step(() => [one.loss, one.gradients]);
    }
    expect(relativeDistance(parameters, alone.parameters)).toBeLessThan(1e-5);
  });

  test("takes tables, parameters that modules share, and criterions made of others", async () => {
    const make = (): AnyModule => {
      manualSeed(3);
      const twin = new nn.Linear(5, 4);
      const first = new nn.Linear(5, 4).share(twin, "weight", "gradWeight");
      return new nn.ParallelTable().add(first).add(nn.sequential(twin, new nn.Linear(4, 3)));
    };
    const criterion = (): AnyCriterion =>
      new nn.ParallelCriterion()
        .add(new nn.MultiCriterion().add(new nn.MSECriterion()).add(new nn.L1Cost(), 0.1))
        .add(new nn.CrossEntropyCriterion({ weights: tensor([1, 5, 2]) }), 2);
    const input = [normal([7, 5]), normal([7, 5], 5)];
    const target = [normal([7, 4], 6), labels];
    const expected = inOneThread(make(), criterion(), input, target);
    await using dp = new DataParallel(make(), criterion(), { workers: 2, slices: 4 });
    const { loss } = await dp.step({ input, target });
    expect(loss).toBeCloseTo(expected.loss, 5);
    expect(relativeDistance(dp.gradients, expected.gradients)).toBeLessThan(1e-6);
  });

  test("has the same bits for any number of workers, with noise and statistics", async () => {
    const generator = new Generator(9);
    const make = (): nn.Module => {
      manualSeed(3);
      return nn.sequential(
        new nn.Linear(5, 6),
        new nn.BatchNormalization(6),
        new nn.Dropout(0.5),
        new nn.RReLU(0.1, 0.4, { generator }),
        new nn.Linear(6, 3),
      );
    };
    const one = await stepsOf(make, { workers: 1, slices: 3 });
    const two = await stepsOf(make, { workers: 2, slices: 3 });
    const three = await stepsOf(make, { workers: 3, slices: 3 });
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(one.losses[0]).not.toBe(one.losses[1]);
    const other = await stepsOf(make, { workers: 1, slices: 3, seed: 8 });
    expect(other.losses).not.toEqual(one.losses);
  });

  test("is that of one thread, statistics included, when a batch is one slice", async () => {
    const make = (): nn.Module => {
      manualSeed(3);
      return nn.sequential(new nn.Linear(5, 6), new nn.BatchNormalization(6), new nn.Linear(6, 3));
    };
    const model = make();
    const { loss, gradients } = inOneThread(model, new nn.CrossEntropyCriterion(), normal([7, 5]), labels);
    const results = await stepsOf(make, { workers: 1, slices: 1 }, 1);
    expect(results.losses).toEqual([loss]);
    expect(results.gradients).toEqual(elements(gradients));
    expect(results.statistics).toEqual(elements(model.statistics()));
  });

  test("gives the model the statistics of slices, weighed by samples", async () => {
    const model = nn.sequential(new nn.BatchNormalization(2, 1e-5, 0.5));
    await using dp = new DataParallel(model, new nn.MSECriterion(), { workers: 1, slices: 2 });
    const input = tensor([
      [1, 0],
      [2, 0],
      [3, 0],
      [5, 4],
      [7, 8],
    ]);
    await dp.step({ input, target: input });
    const [means, variances] = model.statistics();
    // Half of the means 2 and 6 of three and two samples, and of the variances.
    expect(means.get(0)).toBeCloseTo(0.5 * (0.6 * 2 + 0.4 * 6), 6);
    expect(variances.get(1)).toBeCloseTo(0.5 + 0.5 * (0.6 * 0 + 0.4 * 8), 6);
    model.evaluate();
    const before = elements(model.statistics());
    await dp.step({ input, target: input });
    expect(elements(model.statistics())).toEqual(before);
  });

  test("keeps the statistics of modules that come with longer tables, when the model has them", async () => {
    const make = (): nn.MapTable<nn.BatchNormalization> => new nn.MapTable(new nn.BatchNormalization(2));
    const criterion = (): AnyCriterion =>
      new nn.ParallelCriterion().add(new nn.MSECriterion()).add(new nn.MSECriterion());
    const input = [normal([6, 2]), normal([6, 2], 5)] as const;
    const alone = make();
    inOneThread(alone, criterion(), input, input);
    const model = make();
    await using dp = new DataParallel<AnyModule, AnyCriterion>(model, criterion(), { workers: 1 });
    await expect(dp.step({ input, target: input })).rejects.toThrow(
      "expected as many statistics as the model has, 2, got 4; resize a MapTable in it, then call refresh",
    );
    model.resize(2);
    dp.refresh();
    await dp.step({ input, target: input });
    expect(elements(model.statistics())).toEqual(elements(alone.statistics()));
  });

  test("follows the mode of the model, and other settings after a refresh", async () => {
    manualSeed(3);
    const dropout = new nn.Dropout(0.5);
    const model = nn.sequential(new nn.Linear(5, 3), dropout);
    const input = normal([7, 5]);
    await using dp = new DataParallel(model, new nn.CrossEntropyCriterion(), { workers: 1, slices: 2 });
    const noisy = await dp.step({ input, target: labels });
    dropout.evaluate();
    const plain = await dp.step({ input, target: labels });
    expect(plain.loss).not.toBe(noisy.loss);
    expect(plain.loss).toBeCloseTo(inOneThread(model, new nn.CrossEntropyCriterion(), input, labels).loss, 5);
    dropout.training().setp(0);
    expect((await dp.step({ input, target: labels })).loss).not.toBeCloseTo(plain.loss, 5);
    dp.refresh();
    expect((await dp.step({ input, target: labels })).loss).toBeCloseTo(plain.loss, 5);
  });

  test("sees parameters that have moved in evaluation mode, too", async () => {
    manualSeed(3);
    const model = nn.sequential(new nn.LinearWeightNorm(5, 3));
    model.evaluate();
    const input = normal([7, 5]);
    await using dp = new DataParallel(model, new nn.CrossEntropyCriterion(), { workers: 1, slices: 2 });
    const { loss } = await dp.step({ input, target: labels });
    dp.parameters.mul(2);
    model.training().evaluate();
    const moved = await dp.step({ input, target: labels });
    expect(moved.loss).not.toBeCloseTo(loss, 3);
    expect(moved.loss).toBeCloseTo(inOneThread(model, new nn.CrossEntropyCriterion(), input, labels).loss, 5);
  });

  test("takes batches with fewer samples than slices, and of other sizes", async () => {
    const model = network();
    await using dp = new DataParallel(model, new nn.CrossEntropyCriterion(), { workers: 2, slices: 4 });
    for (const samples of [2, 7, 1]) {
      const [input, target] = [normal([samples, 5]), labels.narrow(0, 0, samples)];
      const { loss } = await dp.step({ input, target });
      const expected = inOneThread(network(), new nn.CrossEntropyCriterion(), input, target);
      expect(loss).toBeCloseTo(expected.loss, 5);
      expect(relativeDistance(dp.gradients, expected.gradients)).toBeLessThan(1e-6);
    }
  });

  test("takes batches in shared memory, and batches that are not contiguous", async () => {
    const model = network();
    const resident = new Tensor([7, 5], { resident: true }).copy(normal([7, 5]));
    const strided = normal([7, 5]).t().contiguous().t();
    await using dp = new DataParallel(model, new nn.CrossEntropyCriterion(), { workers: 1, slices: 2 });
    const { loss } = await dp.step({ input: resident, target: labels });
    expect((await dp.step({ input: strided, target: labels })).loss).toBe(loss);
  });
});

describe("Bad arguments are refused by name", () => {
  const mse = (): nn.MSECriterion => new nn.MSECriterion();

  test("of the constructor", () => {
    const net = network();
    const make = (options: object) => () => new DataParallel(net, mse(), options);
    expect(make({ worker: 1 })).toThrow(ArgumentError);
    expect(make({ workers: 0 })).toThrow("DataParallel: expected workers to be a whole number from 1 up, got 0");
    expect(make({ slices: 1.5 })).toThrow("DataParallel: expected slices to be a whole number from 1 up, got 1.5");
    expect(make({ seed: -1 })).toThrow("DataParallel: expected seed to be a whole number from 0 up, got -1");
    expect(() => new DataParallel(new nn.Tanh(), mse())).toThrow("expected a model with parameters, got none");
    const table = new nn.LookupTable(3, 2, { maxNorm: 1 });
    expect(() => new DataParallel(table, mse())).toThrow(
      "expected modules whose forward leaves parameters as they are, got LookupTable(3 → 2) with maxNorm",
    );
  });

  test("a class of its own, saying where it is", () => {
    class Own extends nn.Tanh {}
    const net = nn.sequential(new nn.Linear(2, 2), nn.sequential(new nn.Tanh(), new Own()));
    const { weight } = net.get<nn.Linear>(0);
    const storage = weight.storage();
    expect(() => new DataParallel(net, mse())).toThrow(
      "DataParallel: expected a network of what @rushlight/nn exports, got an object of the class Own (at Sequential › 1 › Sequential › 1 › Own); give a file that makes the network instead, see DataParallel.load",
    );
    expect(weight.storage()).toBe(storage);
    const printing = nn.sequential(new nn.Linear(2, 2), new nn.PrintSize("", { print: () => undefined }));
    expect(() => new DataParallel(printing, mse())).toThrow("got a function (at Sequential › 1 › PrintSize.print)");
  });

  test("of a step", async () => {
    await using dp = new DataParallel(network(), new nn.CrossEntropyCriterion(), { workers: 1 });
    dp.gradients.fill(3);
    const input = normal([7, 5]);
    await expect(dp.step({ input, target: labels.narrow(0, 0, 6) })).rejects.toThrow(
      new ShapeError("DataParallel.step: expected as many targets as inputs, got 6 for 7"),
    );
    await expect(dp.step({ input: new Tensor(), target: labels })).rejects.toThrow(ShapeError);
    await expect(dp.step({ input, target: 3 })).rejects.toThrow(
      "DataParallel.step: expected a tensor or a table of tensors as target, got 3",
    );
    const options: object = { signals: 1 };
    await expect(dp.step({ input, target: labels }, options)).rejects.toThrow(ArgumentError);
    expect(elements(dp.gradients).every((value) => value === 3)).toBe(true);
    dp.model.double();
    await expect(dp.step({ input, target: labels })).rejects.toThrow("expected the parameters that the model had");
  });
});
