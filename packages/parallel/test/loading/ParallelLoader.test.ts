import { DataLoader, TensorDataset } from "@rushlight/data";
import {
  ArgumentError,
  backend,
  IndexError,
  manualSeed,
  storageAllocations,
  tensor,
  useBackend,
} from "@rushlight/tensor";
import { createWasmBackend } from "@rushlight/wasm";
import { afterAll, describe, expect, it } from "vitest";
import { ParallelLoader, type ParallelLoaderOptions, WorkerError } from "../../src/index.ts";
import { caught } from "./caught.ts";
import { epochOf } from "./epochOf.ts";
import { fixture } from "./fixture.ts";
import { numbered } from "./numbered.ts";
import { Order } from "./Order.ts";

const opened: ParallelLoader[] = [];

function open(options: ParallelLoaderOptions): ParallelLoader {
  const loader = new ParallelLoader({ workers: 1, ...options });
  opened.push(loader);
  return loader;
}

afterAll(async () => {
  for (const loader of opened) await loader.close();
});

describe("ParallelLoader", () => {
  it("gives the batches of a DataLoader, epoch after epoch", async () => {
    const dataset = numbered(11);
    for (const options of [{ shuffle: true }, { dropLast: true }, { sampler: [3, 3, 10] }, { prefetch: 0 }]) {
      const { prefetch: _, ...plain } = { prefetch: 0, ...options };
      const sequential = new DataLoader({ dataset, batchSize: 4, ...plain });
      const parallel = open({ dataset, batchSize: 4, ...options });
      expect([parallel.length, parallel.sampleCount]).toEqual([sequential.length, sequential.sampleCount]);
      for (let epoch = 0; epoch < 2; epoch++) {
        manualSeed(5 + epoch);
        const expected = await epochOf(sequential);
        manualSeed(5 + epoch);
        expect(await epochOf(parallel)).toEqual(expected);
      }
      await parallel.close();
    }
  });

  it("keeps the dtypes of a TensorDataset, also those of vectors, with and without a map", async () => {
    const dataset = new TensorDataset(
      tensor(
        [
          [0, 255],
          [51, 102],
        ],
        { dtype: "uint8" },
      ),
      tensor([0.25, 1.5], { dtype: "float64" }),
      { dtype: "float32", map: (pixel) => pixel + 1 },
    );
    const [expected] = await epochOf(new DataLoader({ dataset, batchSize: 2 }));
    const plain = open({ dataset, batchSize: 2 });
    expect(await epochOf(plain)).toEqual([expected]);
    const mapped = open({ dataset, batchSize: 2, map: fixture("double") });
    for await (const { input, target } of mapped) {
      expect([input.dtype, target.dtype]).toEqual(["float32", "float64"]);
      expect(input.toArray()).toEqual([
        [2, 512],
        [104, 206],
      ]);
      expect(target.toArray()).toEqual([0.25, 1.5]);
    }
  });

  it("takes the dataset of a file, and knows its length when it is ready", async () => {
    const loader = open({ dataset: fixture("squares"), data: 5, batchSize: 2 });
    expect(() => loader.length).toThrow(
      new ArgumentError("ParallelLoader.length: the dataset of a file is not known yet; await loader.ready() before"),
    );
    expect(() => loader.sampleCount).toThrow(ArgumentError);
    expect(await loader.ready()).toBe(loader);
    expect([loader.length, loader.sampleCount]).toEqual([3, 5]);
    expect(await epochOf(loader)).toEqual([
      {
        size: 2,
        input: [
          [0, 0],
          [1, 1],
        ],
        target: [0, 1],
      },
      {
        size: 2,
        input: [
          [2, 4],
          [3, 9],
        ],
        target: [0, 1],
      },
      { size: 1, input: [[4, 16]], target: [0] },
    ]);
  });

  it("gives no batches for a dataset without samples", async () => {
    const loader = open({ dataset: fixture("squares"), data: 0, batchSize: 2 });
    expect(await epochOf(loader)).toEqual([]);
    expect(loader.length).toBe(0);
  });

  it("writes into the same memory again and again, one block more than it prefetches", async () => {
    const loader = open({ dataset: numbered(40), map: fixture("double"), batchSize: 4, prefetch: 2, shuffle: true });
    const storages = new Set<unknown>();
    for await (const { input } of loader) storages.add(input.storage());
    expect(storages.size).toBe(3);
    const before = storageAllocations();
    for (let epoch = 0; epoch < 3; epoch++) {
      for await (const { input } of loader) expect(storages.has(input.storage())).toBe(true);
    }
    expect(storageAllocations()).toBe(before);
  });

  it("leaves a batch as it is until the next one is asked for", async () => {
    const loader = open({ dataset: numbered(12), batchSize: 2, prefetch: 1 });
    let first = 0;
    for await (const { input } of loader) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(input.select(1, 0).toArray()).toEqual([first, first + 1]);
      first += 2;
    }
    expect(first).toBe(12);
  });

  it("can be left in the middle of an epoch and looped over again", async () => {
    const loader = open({ dataset: numbered(9), batchSize: 2 });
    for await (const { input } of loader) {
      expect(input.get(1, 1)).toBe(10);
      break;
    }
    expect((await epochOf(loader)).map(({ size }) => size)).toEqual([2, 2, 2, 2, 1]);
  });

  it("stops a loop over it when another one has begun meanwhile", async () => {
    const loader = open({ dataset: numbered(6), batchSize: 2 });
    const inner: number[] = [];
    async function both(): Promise<void> {
      for await (const { size } of loader) inner.push(size, (await epochOf(loader)).length);
    }
    const error = await caught(both());
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error.message).toMatch(/^ParallelLoader: another loop over this loader has begun/);
    expect(inner).toEqual([2, 3]);
    const results = await Promise.allSettled([epochOf(loader), epochOf(loader)]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });

  it("ends a loop with the reason of its signal, and begins anew without it", async () => {
    const loader = open({ dataset: numbered(9), batchSize: 2 });
    const controller = new AbortController();
    const sizes: number[] = [];
    async function loop(): Promise<void> {
      for await (const { size } of loader.epoch({ signal: controller.signal })) {
        sizes.push(size);
        if (sizes.length === 2) controller.abort(new Error("enough"));
      }
    }
    expect(await caught(loop())).toEqual(new Error("enough"));
    expect(sizes).toEqual([2, 2]);
    expect(await caught(loop())).toEqual(new Error("enough"));
    expect(await epochOf(loader)).toHaveLength(5);
  });

  it("ends with what its sampler throws, after the batches before", async () => {
    const order = new Order([0, 1, 2, 3, 4]);
    const loader = open({ dataset: numbered(4), batchSize: 2, sampler: order });
    const sizes: number[] = [];
    async function loop(): Promise<void> {
      for await (const { size } of loader) sizes.push(size);
    }
    expect(await caught(loop())).toEqual(new IndexError("ParallelLoader: expected an index from 0 to 3, got 4"));
    expect(sizes).toEqual([2, 2]);
    order.indices = [-1];
    expect(await caught(loop())).toBeInstanceOf(IndexError);
    order.indices = [3];
    expect(await epochOf(loader)).toHaveLength(1);
  });

  it("tells how its threads are doing", async () => {
    const loader = open({ dataset: numbered(8), batchSize: 2, workers: 2 });
    const { runTime, waitTime, completed } = loader.statistics();
    expect(completed).toBe(0);
    for (const time of [runTime, waitTime]) {
      expect(time).toEqual({ average: 0, least: 0, median: 0, percentile99: 0, most: 0 });
    }
    await epochOf(loader);
    const after = loader.statistics();
    expect([after.workers, after.queued, after.completed]).toEqual([2, 0, 5]);
    expect(after.runTime.least).toBeGreaterThan(0);
    expect(after.runTime.most).toBeGreaterThanOrEqual(after.runTime.median);
    expect(after.duration).toBeGreaterThan(0);
    const busy = (after.runTime.average * after.completed) / (after.duration * after.workers);
    expect(after.utilization).toBeCloseTo(busy, 10);
  });

  it("refuses batches of another size that a dataset makes itself", async () => {
    const loader = open({ dataset: fixture("batches"), data: "short", batchSize: 2 });
    expect(await caught(epochOf(loader))).toEqual(
      new WorkerError(
        `ParallelLoader: ${fixture("batches").href}: samples 0, 1: expected float32 [2, 2] as the inputs of a batch, got float32 [1, 2]`,
      ),
    );
  });

  it("starts its threads with the file that it is given, and ends them when it is disposed of", async () => {
    const workerFile = new URL("../../src/mapper.ts", import.meta.url);
    const loader = new ParallelLoader({ dataset: numbered(3), batchSize: 2, workers: 1, workerFile });
    expect(await epochOf(loader)).toHaveLength(2);
    await loader[Symbol.asyncDispose]();
    expect(loader.statistics().workers).toBe(0);
    expect(await caught(epochOf(loader))).toBeInstanceOf(WorkerError);
  });

  it("refuses options that make no sense", () => {
    const dataset = numbered(3);
    const valid = { dataset, batchSize: 2 };
    const refused: readonly [string, object][] = [
      ["expected batchSize to be a whole number from 1 up, got 0", { batchSize: 0 }],
      ["expected batchSize to be a whole number from 1 up, got undefined", { batchSize: undefined }],
      ["expected prefetch to be a whole number from 0 up, got -1", { prefetch: -1 }],
      ["expected workers to be a whole number from 1 up, got 1.5", { workers: 1.5 }],
      ["expected a sampler or shuffle, got both", { sampler: [0], shuffle: true }],
      ["expected a sampler with a length to loop over, got an object", { sampler: {} }],
      ["expected shuffle to be true or false, got 1", { shuffle: 1 }],
      ['expected dropLast to be true or false, got "no"', { dropLast: "no" }],
      ["expected the URL or the path of a file as map, got a function", { map: () => 0 }],
      [
        "expected a TensorDataset or a file that makes a dataset, got undefined; other datasets can not be sent to threads",
        { dataset: undefined },
      ],
    ];
    for (const [message, wrong] of refused) {
      expect(() => new ParallelLoader(Object.assign({}, valid, wrong))).toThrow(
        new ArgumentError(`ParallelLoader: ${message}`),
      );
    }
    expect(() => new ParallelLoader(Object.assign({}, valid, { batch: 1 }))).toThrow(/got "batch"$/);
  });

  it("refuses options of a loop that make no sense", () => {
    const loader = open({ dataset: numbered(3), batchSize: 2 });
    // @ts-expect-error: no signal
    expect(() => loader.epoch({ signal: 1 })).toThrow(
      new ArgumentError("ParallelLoader.epoch: expected an AbortSignal as signal, got 1"),
    );
  });

  it("refuses batches that there is no room for, and says how large they are", async () => {
    const installed = backend();
    useBackend(createWasmBackend({ shared: true, heapLimit: 2 ** 20 }));
    try {
      const loader = open({ dataset: numbered(3), batchSize: 2 ** 18, prefetch: 0 });
      const error = await caught(epochOf(loader));
      expect(error).toEqual(
        new ArgumentError("ParallelLoader: expected room in shared memory for float32 [262144, 3], found none"),
      );
    } finally {
      useBackend(installed);
    }
  });
});
