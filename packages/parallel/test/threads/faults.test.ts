import type { Worker } from "node:worker_threads";
import "@rushlight/nn";
import { mm, ones, useBackend } from "@rushlight/tensor";
import { heapStats } from "@rushlight/wasm";
import { afterEach, describe, expect, test } from "vitest";
import { WorkerError } from "../../src/errors/WorkerError.ts";
import { startThreads } from "../../src/index.ts";
import { DONE, OPEN, PARTS, SLEEPING } from "../../src/threads/Control.ts";
import { leastPerPart, SHORTEST_PART } from "../../src/threads/splits/leastPerPart.ts";
import { type ForkedPool, type ForkedPoolOptions, forkedPool } from "./forkedPool.ts";

const ELEMENTS = 1000;
/** Beyond the memory, whatever its size. */
const NOWHERE = 2 ** 32 - 64;
/** Several seconds of a kernel that touches no memory. */
const LONG = 2 ** 31 - 1;

let opened: ForkedPool | undefined;

afterEach(async () => {
  await opened?.pool.close();
  opened = undefined;
});

async function open(options: ForkedPoolOptions): Promise<ForkedPool> {
  opened = await forkedPool(options);
  return opened;
}

/** The workers that are started while something runs. */
async function workersStartedBy<R>(run: () => Promise<R>): Promise<{ result: R; workers: Worker[] }> {
  const workers: Worker[] = [];
  const note = (worker: Worker): void => {
    workers.push(worker);
  };
  process.on("worker", note);
  try {
    return { result: await run(), workers };
  } finally {
    process.off("worker", note);
  }
}

/** An address with room for a few thousand elements. */
function room({ backend }: ForkedPool): number {
  const block = backend.memory?.allocate("float32", 8 * ELEMENTS);
  if (block === undefined) throw new Error("expected room");
  kept.push(block);
  return block.elements.byteOffset;
}
const kept: unknown[] = [];

/** Has the only worker claim a part of a kernel's job. */
function giveToWorker(
  { fork, pool }: ForkedPool,
  name: string,
  ...operands: [number, number, number, ...number[]]
): void {
  fork.put(...operands);
  fork.begin(fork.numberOf(name));
  const { words } = pool.control;
  // As many are woken as there are parts beside that of this thread.
  Atomics.notify(words, OPEN);
  for (const end = Date.now() + 10_000; (Atomics.load(words, OPEN) & PARTS) !== 0; ) {
    if (Date.now() > end) throw new Error("expected a worker that claims the part");
  }
}

describe("a worker that fails", () => {
  test("in a kernel makes the operation throw what happened, and the rest goes on in one thread", async () => {
    const started = await open({ threads: 2 });
    const { fork, forked, failures } = started;
    giveToWorker(started, "map_exp_f32", ELEMENTS, NOWHERE, 1, NOWHERE, 1);
    expect(() => {
      fork.join();
    }).toThrow(WorkerError);
    expect(failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^worker 0 failed in a kernel: RuntimeError: .*memory access out of bounds/),
    ]);
    expect(fork.works).toBe(false);
    const at = room(started);
    forked.fill_f32(ELEMENTS, at, 3);
    forked.map_mulScalar_f32(ELEMENTS, at, 1, at, 1, 2, 0);
    expect(forked.reduce_max_f32(ELEMENTS, at)).toBe(6);
  });

  test("by ending in the middle of an operation makes it throw after a while, and the rest goes on in one thread", async () => {
    const { result: started, workers } = await workersStartedBy(() => open({ threads: 2, watchdog: 300 }));
    const { fork, forked, failures, pool } = started;
    giveToWorker(started, "multiply_add_loop_f32", LONG, 0, 0);
    void workers[0].terminate();
    expect(() => {
      fork.join();
    }).toThrow("workers have not done a part of an operation in 300 ms");
    expect(Atomics.load(pool.control.words, DONE)).toBe(0);
    expect(failures).toHaveLength(1);
    const at = room(started);
    forked.fill_f32(ELEMENTS, at, 3);
    expect(forked.reduce_max_f32(ELEMENTS, at)).toBe(3);
  });

  test("by ending while it is idle is noticed, and everything goes on in one thread", async () => {
    let told: WorkerError | undefined;
    const { result: threads, workers } = await workersStartedBy(() =>
      startThreads({
        threads: 3,
        onFailure: (error) => {
          told = error;
        },
      }),
    );
    // An operation that begins before that is known is done by those who are left.
    void workers[0].terminate();
    expect(mm(ones(200, 300), ones(300, 200)).sum()).toBe(12_000_000);
    await expect.poll(() => threads.threads).toBe(1);
    expect(threads.failure).toBeInstanceOf(WorkerError);
    expect(told).toBe(threads.failure);
    expect(mm(ones(200, 300), ones(300, 200)).sum()).toBe(12_000_000);
    await threads.close();
  });
});

test("an error in the calling thread is thrown after all workers are done, and the next operation is divided again", async () => {
  const started = await open({ threads: 3 });
  const { fork, forked, failures } = started;
  const name = "map_exp_f32";
  for (let i = 0; i < 50; i++) {
    for (let part = 0; part < 3; part++) fork.put(ELEMENTS, NOWHERE, 1, NOWHERE, 1);
    const ofThisThread = (): number => {
      throw new RangeError("of this thread");
    };
    try {
      fork.run(fork.numberOf(name), ofThisThread);
      expect.fail("expected an error");
    } catch (error) {
      // What is thrown first: the error of this thread, or that of a worker that was faster.
      if (error instanceof WorkerError) break;
      expect(error).toBeInstanceOf(RangeError);
    }
  }
  const at = room(started);
  forked.fill_f32(ELEMENTS, at, 3);
  expect(forked.reduce_max_f32(ELEMENTS, at)).toBe(3);
  expect(failures.length).toBeLessThanOrEqual(1);
});

test("parts of a job that never came are not in the next one", async () => {
  const started = await open({ threads: 2 });
  const { fork, forked, single } = started;
  const at = room(started);
  const beyond = at + 4 * ELEMENTS;
  single.fill_f32(ELEMENTS, beyond, 7);
  fork.put(ELEMENTS, beyond, 5);
  forked.fill_f32(ELEMENTS, at, 3);
  expect(single.reduce_max_f32(ELEMENTS, at)).toBe(3);
  expect(single.reduce_max_f32(ELEMENTS, beyond)).toBe(7);
});

test("an error of this thread that workers are not waited for after does not disturb the next operation", async () => {
  const started = await open({ threads: 2 });
  const { fork, forked, single, failures } = started;
  const at = room(started);
  for (let i = 0; i < 20; i++) {
    // As when the stack has no room left where this thread begins to wait.
    giveToWorker(started, "multiply_add_loop_f32", 1_000_000, 0, 0);
    forked.fill_f32(ELEMENTS, at, i);
    expect(single.reduce_max_f32(ELEMENTS, at)).toBe(i);
  }
  // Wherever it was: between put and run, while parts are claimed, or before this thread waits.
  function dive(depth: number): number {
    forked.fill_f32(ELEMENTS, at, depth);
    return dive(depth + 1) + 1;
  }
  for (let i = 0; i < 20; i++) {
    expect(() => dive(0)).toThrow(RangeError);
    forked.fill_f32(ELEMENTS, at, i);
    forked.map_addScalar_f32(ELEMENTS, at, 1, at, 1, 1, 0);
    expect(single.reduce_max_f32(ELEMENTS, at)).toBe(i + 1);
    expect(single.reduce_min_f32(ELEMENTS, at)).toBe(i + 1);
  }
  expect(fork.works).toBe(true);
  expect(failures).toEqual([]);
});

test("an operation whose parts take long is waited for, beyond the time of the watchdog", async () => {
  const started = await open({ threads: 2, watchdog: 1 });
  const { fork, failures } = started;
  // Ten seconds of work by the measured cost of a multiply-add, of which the worker does less.
  const work = 1e10 * leastPerPart("gemm_f32", 1);
  expect(fork.partsFor(work, leastPerPart("gemm_f32", SHORTEST_PART), 2)).toBe(2);
  giveToWorker(started, "multiply_add_loop_f32", 20_000_000, 0, 0);
  fork.join();
  expect(failures).toEqual([]);
});

test("workers that have nothing to do go to sleep, and wake up for the next operation", async () => {
  const started = await open({ threads: 3 });
  const { words } = started.pool.control;
  await expect.poll(() => Atomics.load(words, SLEEPING), { timeout: 10_000 }).toBe(2);
  giveToWorker(started, "multiply_add_loop_f32", 1, 0, 0);
  started.fork.join();
});

test("a pool enters and leaves its loop ten thousand times and takes nothing more", async () => {
  const started = await open({ threads: 2 });
  const { pool, fork, backend, failures } = started;
  const at = room(started);
  const { used, size } = backend.heapStats();
  for (let cycle = 0; cycle < 10_000; cycle++) {
    await pool.leave();
    await pool.enter();
    if (cycle % 1000 !== 0) continue;
    fork.put(ELEMENTS, at, cycle);
    fork.put(ELEMENTS, at + 4 * ELEMENTS, cycle);
    fork.run(fork.numberOf("fill_f32"), started.single.fill_f32);
    expect(started.single.reduce_max_f32(2 * ELEMENTS, at)).toBe(cycle);
  }
  expect(backend.heapStats()).toMatchObject({ used, size });
  expect(failures).toEqual([]);
  expect(heapStats()).toBeDefined();
  useBackend(backend);
}, 120_000);
