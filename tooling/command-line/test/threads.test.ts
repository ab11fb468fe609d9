import * as parallel from "@rushlight/parallel";
import { plainBackend, useBackend } from "@rushlight/tensor";
import { beforeEach, expect, it, vi } from "vitest";
import { OptionError } from "../src/index.ts";
import { machineThreads, threadsFor } from "../src/threads/index.ts";

vi.mock("@rushlight/parallel", async (original) => {
  const real = await original<typeof parallel>();
  return { ...real, startThreads: vi.fn(real.startThreads) };
});

const starting = vi.mocked(parallel.startThreads);
const { startThreads } = await vi.importActual<typeof parallel>("@rushlight/parallel");

beforeEach(() => {
  starting.mockClear();
  useBackend({ ...plainBackend, name: "shared", features: ["shared-memory"] });
});

/** A system that starts no threads. */
function refuse(): void {
  starting.mockImplementation(async (options) => {
    if (options?.threads === 1) return startThreads(options);
    throw new parallel.WorkerError("no more threads");
  });
}

it("starts as many threads as the machine runs at a time, or one where the system refuses", async () => {
  refuse();
  const { threads } = await threadsFor({});
  expect(threads).toBe(1);
  expect(starting.mock.calls[0]).toEqual([{ threads: machineThreads() }]);
});

it("says that the system refuses the threads that were asked for", async () => {
  refuse();
  await expect(threadsFor({ threads: 3 })).rejects.toThrow(new OptionError("--threads 3: no more threads"));
});

it("starts one thread beside workers, and where the backend has no memory for more", async () => {
  refuse();
  await threadsFor({ workers: 2 });
  useBackend(plainBackend);
  await threadsFor({});
  expect(starting.mock.calls).toEqual([[{ threads: 1 }], [{ threads: 1 }]]);
});

it("passes on every other error", async () => {
  starting.mockRejectedValue(new TypeError("a bug"));
  await expect(threadsFor({})).rejects.toThrow(new TypeError("a bug"));
});
