import { manualSeed, range, tensor } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { mapDataset, ParallelLoader, type ParallelLoaderOptions } from "../../src/index.ts";
import { mixedSeed } from "../../src/sharing/mixedSeed.ts";
import { epochOf, type Seen } from "./epochOf.ts";
import { fixture } from "./fixture.ts";
import { numbered } from "./numbered.ts";

const augment = fixture("augment");

/** What is in the batches of two epochs. */
async function twoEpochs(options: Partial<ParallelLoaderOptions>): Promise<Seen[][]> {
  manualSeed(3);
  const loader = new ParallelLoader({ dataset: numbered(23), map: augment, batchSize: 4, ...options });
  const epochs = [await epochOf(loader), await epochOf(loader)];
  await loader.close();
  return epochs;
}

describe("what maps draw", () => {
  it("is the same for any number of workers and any prefetch", async () => {
    const expected = await twoEpochs({ workers: 1, prefetch: 0, shuffle: true });
    expect(await twoEpochs({ workers: 2, prefetch: 1, shuffle: true })).toEqual(expected);
    expect(await twoEpochs({ workers: 3, prefetch: 5, shuffle: true })).toEqual(expected);
    expect(expected[0]).not.toEqual(expected[1]);
  });

  it("depends on the seed, which is that of the default generator when it is left out", async () => {
    const [given] = await twoEpochs({ workers: 1, seed: 3 });
    const [left] = await twoEpochs({ workers: 1 });
    const [other] = await twoEpochs({ workers: 1, seed: 4 });
    expect(left).toEqual(given);
    expect(other).not.toEqual(given);
  });

  it("does not depend on where in the order a sample comes, but on the epoch", async () => {
    const all = { batchSize: 23, workers: 1 };
    const [[first], [second]] = await twoEpochs(all);
    const [[reversed]] = await twoEpochs({ ...all, sampler: [...range(0, 22).values()].reverse() });
    expect([...reversed.input].reverse()).toEqual(first.input);
    const difference = tensor(second.input).csub(tensor(first.input)).add(-100);
    expect(difference.clone().abs().max()).toBeLessThan(20);
    expect(difference.clone().abs().min()).toBeGreaterThan(0);
  });

  it("is the same in mapDataset as in the first epoch of a loader", async () => {
    const [[whole]] = await twoEpochs({ batchSize: 23, workers: 1, seed: 9 });
    const mapped = await mapDataset(numbered(23), augment, { workers: 2, seed: 9 });
    expect(mapped.inputs.toArray()).toEqual(whole.input);
  });

  it("is drawn for each batch where a dataset makes its batches itself", async () => {
    const options = { dataset: fixture("batches"), map: undefined, seed: 1 };
    const expected = await twoEpochs({ ...options, workers: 1 });
    expect(await twoEpochs({ ...options, workers: 2, prefetch: 3 })).toEqual(expected);
    expect(expected[0]).toHaveLength(3);
    expect(expected[0]).not.toEqual(expected[1]);
  });
});

describe("mixedSeed", () => {
  it("differs for every sample of every epoch of every seed, also of seeds beyond 32 bits", () => {
    const seeds = new Set<number>();
    for (const seed of [0, 1, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
      for (let epoch = 0; epoch < 8; epoch++) {
        for (let index = 0; index < 8; index++) seeds.add(mixedSeed(seed, epoch, index));
      }
    }
    expect(seeds.size).toBe(4 * 8 * 8);
    for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
  });
});
