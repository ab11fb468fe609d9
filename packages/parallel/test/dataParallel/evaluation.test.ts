import { DataLoader, TensorDataset } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import { DataParallel, ParallelLoader } from "@rushlight/parallel";
import { ArgumentError, manualSeed, ShapeError, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { elements, normal } from "../support/training.ts";

const input = normal([50, 5]);
const target = normal([50], 5).gt(0).to("int32");
const weights = tensor([0.2, 3]);
const criterion = new nn.CrossEntropyCriterion({ weights });

let model: nn.Module;
let dp: DataParallel<nn.Module, nn.CrossEntropyCriterion>;

beforeAll(() => {
  manualSeed(3);
  model = nn.sequential(
    new nn.WeightNorm(new nn.Linear(5, 6)),
    new nn.BatchNormalization(6),
    new nn.Dropout(0.5),
    new nn.Linear(6, 2),
  );
  model.forward(input);
  dp = new DataParallel(model, criterion, { workers: 2 });
});

afterAll(() => dp.close());

/** What the model gives in evaluation mode, in this thread; it is in training mode after that. */
function here(): Tensor {
  const output = model.evaluate().forward(input).clone();
  model.training();
  return output;
}

describe("An evaluation", () => {
  test("gives the loss of all samples at once, however they come", async () => {
    const expected = new nn.CrossEntropyCriterion({ weights }).forward(here(), target);
    const dataset = new TensorDataset(input, target);
    const batches = new DataLoader({ dataset, batchSize: 9 });
    async function* slowly(): AsyncGenerator<{ input: Tensor; target: Tensor }> {
      for (const batch of batches) {
        await Promise.resolve();
        yield batch;
      }
    }
    for (const set of [{ input, target }, dataset, batches, slowly(), [{ input, target }]]) {
      const { loss, samples } = await dp.evaluate(set, { batchSize: 7 });
      expect(samples).toBe(50);
      expect(loss).toBeCloseTo(expected, 5);
    }
    expect(model.train).toBe(true);
  });

  test("sees the parameters as they are, and leaves training as it is", async () => {
    const first = await dp.evaluate({ input, target });
    dp.parameters.mul(2);
    const second = await dp.evaluate({ input, target });
    const expected = new nn.CrossEntropyCriterion({ weights }).forward(here(), target);
    expect(second.loss).not.toBeCloseTo(first.loss, 3);
    expect(second.loss).toBeCloseTo(expected, 5);
    const statistics = elements(model.statistics());
    await dp.step({ input, target });
    expect(elements(model.statistics())).not.toEqual(statistics);
  });

  test("tells how far it has come", async () => {
    const progress: [samples: number, total: number | undefined][] = [];
    await dp.evaluate(
      { input, target },
      { batchSize: 25, onProgress: ({ samples, total }) => progress.push([samples, total]) },
    );
    expect(progress).toEqual([
      [25, 50],
      [50, 50],
    ]);
  });

  test("takes a loader that does not know its number of samples yet", async () => {
    const file = new URL("../fixtures/squares.ts", import.meta.url);
    await using loader = new ParallelLoader({ dataset: file, data: 5, batchSize: 2, workers: 1 });
    await using pairs = new DataParallel(new nn.Linear(2, 2), new nn.CrossEntropyCriterion(), { workers: 1 });
    const totals: unknown[] = [];
    const { samples } = await pairs.evaluate(loader, { onProgress: ({ total }) => totals.push(total) });
    expect(samples).toBe(5);
    expect(totals).toEqual([5, 5, 5]);
  });

  test("shares samples out among batches, so that none is left alone", async () => {
    manualSeed(3);
    // A View takes a batch of one sample for the sample.
    const images = nn.sequential(new nn.SpatialConvolution(1, 2, 2, 2), new nn.View(8), new nn.Linear(8, 2));
    await using dp = new DataParallel(images, new nn.CrossEntropyCriterion(), { workers: 1 });
    const set = { input: normal([7, 1, 3, 3]), target: target.narrow(0, 0, 7) };
    const output = images.forward(set.input);
    const { loss } = await dp.evaluate(set, { batchSize: 3 });
    expect(loss).toBeCloseTo(new nn.CrossEntropyCriterion().forward(output, set.target), 5);
    expect((await dp.predict(set.input, { batchSize: 3 })).size()).toEqual([7, 2]);
  });

  test("refuses what is no set, and one without samples", async () => {
    const set: object = { inputs: input };
    await expect(dp.evaluate(Object(set) as [])).rejects.toThrow(
      "DataParallel.evaluate: expected a batch { input, target }, batches, or a dataset with length and get, got an object",
    );
    await expect(dp.evaluate([])).rejects.toThrow(
      new ArgumentError("DataParallel.evaluate: expected samples, got none"),
    );
    await expect(dp.evaluate({ input, target }, { batchSize: 0 })).rejects.toThrow(ArgumentError);
  });
});

describe("A prediction", () => {
  test("gives the outputs of all samples in their order", async () => {
    const output = await dp.predict(input, { batchSize: 8 });
    expect(elements(output)).toEqual(elements(await dp.predict(input, { batchSize: 50 })));
    const expected = elements(here());
    for (const [i, value] of elements(output).entries()) expect(value).toBeCloseTo(expected[i], 5);
    expect(model.train).toBe(true);
  });

  test("takes and gives tables, with as many samples in all tensors", async () => {
    const pair = new nn.ParallelTable().add(new nn.Linear(2, 1)).add(new nn.Tanh());
    const losses = new nn.ParallelCriterion().add(new nn.MSECriterion()).add(new nn.MSECriterion());
    await using two = new DataParallel(pair, losses, { workers: 2 });
    const [x, y] = [normal([5, 2]), normal([5, 3], 5)];
    const output = await two.predict([x, y], { batchSize: 2 });
    expect(elements(output)).toEqual([
      ...elements(pair.get<nn.Linear>(0).forward(x)),
      ...elements(pair.get(1).forward(y)),
    ]);
    await expect(two.predict(Object([]) as readonly [Tensor, Tensor])).rejects.toThrow(
      new ShapeError("DataParallel.predict: expected one row for each sample in every tensor of input, got none"),
    );
    await expect(two.predict([zeros(2, 2), zeros(3, 5)])).rejects.toThrow(
      new ShapeError("DataParallel.predict: expected one row for each sample in every tensor of input, got 2, 3"),
    );
  });
});
