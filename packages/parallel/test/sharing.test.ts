import "@rushlight/nn";
import { backend, useBackend } from "@rushlight/tensor";
import { createWasmBackend } from "@rushlight/wasm";
import { afterEach, expect, test } from "vitest";
import { WorkerPool } from "../src/sharing/WorkerPool.ts";

const initial = backend();

afterEach(() => {
  useBackend(initial);
});

const filename = new URL("./fixtures/takeMemory.ts", import.meta.url).href;

test("pools in a row take no more and more memory, and leave none", async () => {
  const own = createWasmBackend({ shared: true });
  useBackend(own);
  const sizes: number[] = [];
  for (let i = 0; i < 5; i++) {
    const pool = new WorkerPool({ workers: 2, filename });
    await Promise.all([pool.run("default", 3_000_000), pool.run("default", 3_000_000)]);
    await pool.close();
    expect(own.heapStats().used).toBe(0);
    sizes.push(own.heapStats().size);
  }
  // The first one tells how much such workers need.
  expect(new Set(sizes.slice(2)).size).toBe(1);
});

test("a pool without room for its ledgers leaves nothing behind", () => {
  const own = createWasmBackend({ shared: true, heapLimit: 2 ** 14 });
  useBackend(own);
  expect(() => new WorkerPool({ workers: 2, filename })).toThrow("openLedger: expected room for");
  expect(own.heapStats().used).toBe(0);
});
