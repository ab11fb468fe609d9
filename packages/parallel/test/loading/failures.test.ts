import { execFile } from "node:child_process";
import { execArgv, execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ShapeError } from "@rushlight/tensor";
import { afterAll, describe, expect, it } from "vitest";
import { ParallelLoader, WorkerError } from "../../src/index.ts";
import { caught } from "./caught.ts";
import { blocks, blocksAfter } from "./collect.ts";
import { epochOf } from "./epochOf.ts";
import { fixture } from "./fixture.ts";
import { numbered } from "./numbered.ts";
import { Order } from "./Order.ts";

const map = fixture("trouble");
const order = new Order([]);
const loader = new ParallelLoader({ dataset: numbered(12), map, batchSize: 2, sampler: order, workers: 2 });

afterAll(() => loader.close());

/** The sizes of the batches of an epoch in that order, and what it ended with. */
async function epochIn(...indices: readonly number[]): Promise<{ sizes: number[]; error: Error }> {
  order.indices = indices;
  const sizes: number[] = [];
  const error = await caught(
    (async () => {
      for await (const { size } of loader) sizes.push(size);
    })(),
  );
  return { sizes, error };
}

async function expectWhole(): Promise<void> {
  order.indices = [0, 8, 9, 10, 11];
  expect((await epochOf(loader)).map(({ input }) => input)).toEqual([
    [
      [0, 0, 0],
      [8, 80, 800],
    ],
    [
      [9, 90, 900],
      [10, 100, 1000],
    ],
    [[11, 110, 1100]],
  ]);
}

describe("a loop over a ParallelLoader", () => {
  it.each([
    [1, "TypeError: can not be read"],
    [2, "ShapeError: has the wrong form"],
    [3, '"a word"'],
    [4, "a function"],
    [5, "ShapeError: its input: expected size [3] as in the first sample, got [4]"],
    [6, "expected an input and a target, tensors or numbers, got an object and undefined"],
  ])("ends with an error that names sample %d, after the batches before", async (index, problem) => {
    const { sizes, error } = await epochIn(0, 8, 9, index, 10, 11);
    expect(error).toBeInstanceOf(WorkerError);
    expect(error.message).toBe(`ParallelLoader: ${map.href}: sample ${index}: ${problem}`);
    expect(sizes).toEqual([2]);
    await expectWhole();
  });

  it("has what was thrown as the cause of its error", async () => {
    const { cause } = (await epochIn(2)).error;
    expect(cause).toBeInstanceOf(ShapeError);
    expect(cause).toMatchObject({ name: "ShapeError", message: "has the wrong form" });
    expect(cause instanceof Error ? cause.stack : "").toContain("trouble.ts");
    expect((await epochIn(3)).error.cause).toBe("a word");
    expect((await epochIn(4)).error.cause).toBeUndefined();
    expect((await epochIn(6)).error.cause).toBeUndefined();
  });

  it("ends with an error when a thread ends, and the next one has another thread", async () => {
    const { error } = await epochIn(0, 8, 9, 7, 10, 11);
    expect(error).toBeInstanceOf(WorkerError);
    expect(error.message).toBe("ParallelLoader: a worker ended: worker exited with code: 3");
    await expectWhole();
    expect(loader.statistics().workers).toBe(2);
  });

  it("ends with an error when the first sample, whose sizes all have, can not be prepared", async () => {
    const fresh = new ParallelLoader({ dataset: numbered(12), map, batchSize: 2, sampler: order, workers: 1 });
    order.indices = [1, 8];
    const error = await caught(epochOf(fresh));
    expect(error.message).toMatch(/: sample 1: TypeError: can not be read$/);
    order.indices = [8, 9];
    expect(await epochOf(fresh)).toHaveLength(1);
    await fresh.close();
  });

  it("ends with an error when the loader is closed, also while it waits, and no other can begin", async () => {
    const closed = new ParallelLoader({ dataset: numbered(12), batchSize: 2, workers: 1 });
    async function loop(): Promise<void> {
      for await (const { size } of closed) if (size === 2) await closed.close();
    }
    const expected = new WorkerError("ParallelLoader: it has been closed");
    expect(await caught(loop())).toEqual(expected);
    expect(await caught(epochOf(closed))).toEqual(expected);

    const waiting = new ParallelLoader({ dataset: numbered(12), map: fixture("hang"), batchSize: 2, workers: 1 });
    const [error] = await Promise.all([
      caught(epochOf(waiting)),
      new Promise((resolve) => setTimeout(resolve, 300)).then(() => waiting.close()),
    ]);
    expect(error).toEqual(expected);
  });

  it("ends with an error when threads can not begin", async () => {
    const broken = fixture("broken");
    const options = { dataset: numbered(12), batchSize: 2, workers: 2, workerFile: broken };
    const unable = new ParallelLoader(options);
    const error = await caught(epochOf(unable));
    expect(error).toBeInstanceOf(WorkerError);
    expect(error.message).toMatch(/^ParallelLoader: a worker ended: /);
    expect(await caught(epochOf(unable))).toBeInstanceOf(WorkerError);
    await unable.close();
  });
});

describe("the memory of a ParallelLoader", () => {
  it("is given back when it is closed, also in the middle of an epoch", async () => {
    const before = await blocksAfter(0);
    await (async () => {
      const closed = new ParallelLoader({ dataset: numbered(12), batchSize: 2, workers: 2 });
      for await (const { size } of closed) {
        expect(size).toBe(2);
        expect(blocks()).toBeGreaterThan(before);
        break;
      }
      await closed.close();
      await closed.close();
    })();
    // What earlier tests left behind may be given back meanwhile as well.
    expect(await blocksAfter(before)).toBeLessThanOrEqual(before);
  });
});

describe("a program that forgets its loader", () => {
  it("ends all the same, also in the middle of an epoch", async () => {
    const program = [...execArgv, fileURLToPath(fixture("forgetful"))];
    const { stdout } = await promisify(execFile)(execPath, program, { timeout: 15_000 });
    expect(stdout).toBe("2\n");
  });
});
