import { ArgumentError, IndexError, manualSeed, range, storageAllocations, tensor } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BatchedDataset, DataLoader, RandomSampler, TensorDataset } from "../src/index.ts";

/** Samples whose input and target are both their own number. */
function numbered(count: number): TensorDataset<"float32", "int32"> {
  const numbers = range(0, count - 1);
  return new TensorDataset(numbers.view(count, 1), numbers.to("int32"), { dtype: "float32" });
}

function targetsOf(loader: DataLoader): number[][] {
  return Array.from(loader, ({ target }) => [...target.values()]);
}

describe("DataLoader", () => {
  it("gives the samples in order, and a smaller last batch", () => {
    const loader = new DataLoader({ dataset: numbered(5), batchSize: 2 });
    expect(targetsOf(loader)).toEqual([[0, 1], [2, 3], [4]]);
    expect(Array.from(loader, ({ size }) => size)).toEqual([2, 2, 1]);
    expect([loader.length, loader.sampleCount]).toEqual([3, 5]);
  });

  it("leaves out a smaller last batch with dropLast", () => {
    const loader = new DataLoader({ dataset: numbered(5), batchSize: 2, dropLast: true });
    expect(targetsOf(loader)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect([loader.length, loader.sampleCount]).toEqual([2, 4]);
  });

  it("keeps a full last batch with dropLast", () => {
    expect(targetsOf(new DataLoader({ dataset: numbered(4), batchSize: 2, dropLast: true }))).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it("gives one batch when the batch size is larger than the dataset", () => {
    const loader = new DataLoader({ dataset: numbered(3), batchSize: 10 });
    expect(targetsOf(loader)).toEqual([[0, 1, 2]]);
    expect([...loader][0].input.size()).toEqual([3, 1]);
  });

  it("announces as many batches and samples as it gives, for any sizes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (count, batchSize, dropLast) => {
          const loader = new DataLoader({ dataset: numbered(count), batchSize, dropLast, shuffle: true });
          const batches = targetsOf(loader);
          expect(loader.length).toBe(batches.length);
          expect(loader.sampleCount).toBe(batches.flat().length);
          expect(new Set(batches.flat()).size).toBe(batches.flat().length);
        },
      ),
    );
  });

  it("shuffles anew each epoch, and the same way after the same seed", () => {
    const loader = new DataLoader({ dataset: numbered(30), batchSize: 7, shuffle: true });
    manualSeed(1);
    const epochs = [targetsOf(loader), targetsOf(loader)];
    manualSeed(1);
    expect([targetsOf(loader), targetsOf(loader)]).toEqual(epochs);
    expect(epochs[0]).not.toEqual(epochs[1]);
    expect(epochs[0].flat().sort((a, b) => a - b)).toEqual(
      targetsOf(new DataLoader({ dataset: numbered(30), batchSize: 30 }))[0],
    );
  });

  it("keeps inputs and targets of a sample together when it shuffles", () => {
    for (const { input, target } of new DataLoader({ dataset: numbered(20), batchSize: 6, shuffle: true })) {
      expect([...input.values()]).toEqual([...target.values()]);
    }
  });

  it("takes any sampler, an array of indices too", () => {
    expect(targetsOf(new DataLoader({ dataset: numbered(9), batchSize: 2, sampler: [8, 8, 1] }))).toEqual([
      [8, 8],
      [1],
    ]);
    const sampler = new RandomSampler(9, { seed: 4 });
    const order = [...new RandomSampler(9, { seed: 4 })];
    expect(targetsOf(new DataLoader({ dataset: numbered(9), batchSize: 9, sampler }))).toEqual([order]);
  });

  it("reuses the memory of its batches", () => {
    const loader = new DataLoader({ dataset: numbered(5), batchSize: 2 });
    const storages = Array.from(loader, ({ input }) => input.storage());
    expect(new Set(storages).size).toBe(1);
  });

  it("allocates no storage in any epoch", () => {
    const loader = new DataLoader({ dataset: numbered(50), batchSize: 8, shuffle: true });
    const before = storageAllocations();
    for (let epoch = 0; epoch < 3; epoch++) expect([...loader]).toHaveLength(7);
    expect(storageAllocations()).toBe(before);
  });

  it("allocates no storage after the first epoch for samples that are there already", () => {
    const samples = [0, 1, 2].map((target) => ({ input: tensor([target, target]), target }));
    const loader = new DataLoader({ dataset: { length: 3, get: (index) => samples[index] }, batchSize: 2 });
    expect([...loader]).toHaveLength(2);
    const before = storageAllocations();
    expect([...loader]).toHaveLength(2);
    expect(storageAllocations()).toBe(before);
  });

  it("can be left in the middle of an epoch and looped over again", () => {
    const loader = new DataLoader({ dataset: numbered(5), batchSize: 2 });
    for (const { target } of loader) {
      expect(target.toArray()).toEqual([0, 1]);
      break;
    }
    expect(targetsOf(loader)).toEqual([[0, 1], [2, 3], [4]]);
  });

  it("stops a loop over it when another one has begun meanwhile", () => {
    const loader = new DataLoader({ dataset: numbered(4), batchSize: 2 });
    expect(() => {
      for (const { size } of loader) expect(size + targetsOf(loader).length).toBe(4);
    }).toThrow(/^DataLoader: another loop over this loader has begun/);
  });

  it("takes datasets that make batches of their own form", () => {
    const words = ["a", "bc", "def"];
    const dataset: BatchedDataset<string, readonly string[]> = {
      length: 3,
      get: (index) => words[index],
      collate: () => (indices) => Array.from(indices, (index) => words[index]),
    };
    const loader = new DataLoader({ dataset, batchSize: 2 });
    expect([...loader]).toEqual([["a", "bc"], ["def"]]);
  });

  it("gives no batches for a dataset without samples", () => {
    const loader = new DataLoader({ dataset: { length: 0, get: () => ({ input: 0, target: 0 }) }, batchSize: 2 });
    expect([...loader]).toEqual([]);
    expect(loader.length).toBe(0);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses a batch size of %d", (batchSize) => {
    expect(() => new DataLoader({ dataset: numbered(3), batchSize })).toThrow(
      new ArgumentError(`DataLoader: expected a batchSize from 1 up, got ${batchSize}`),
    );
  });

  it("refuses a sampler together with shuffle", () => {
    expect(() => new DataLoader({ dataset: numbered(3), batchSize: 1, sampler: [0], shuffle: true })).toThrow(
      ArgumentError,
    );
  });

  it.each([5, -1, 0.5])("refuses the index %d from a sampler", (index) => {
    const loader = new DataLoader({ dataset: numbered(5), batchSize: 2, sampler: [0, index] });
    expect(() => [...loader]).toThrow(new IndexError(`DataLoader: expected an index from 0 to 4, got ${index}`));
  });
});
