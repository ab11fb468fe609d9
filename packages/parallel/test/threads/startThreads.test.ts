import "@rushlight/nn";
import { ArgumentError, backend, extendBackend, mm, ones, plainBackend, useBackend } from "@rushlight/tensor";
import { createWasmBackend } from "@rushlight/wasm";
import { afterEach, describe, expect, test } from "vitest";
import { startThreads, WorkerError } from "../../src/index.ts";
import { runFixture } from "./runFixture.ts";

const initial = backend();

afterEach(() => {
  useBackend(initial);
});

function product(): number {
  return mm(ones(200, 300), ones(300, 200)).sum();
}

describe("startThreads", () => {
  test("installs a backend that keeps the memory, and closing installs the one before", async () => {
    const threads = await startThreads({ threads: 2 });
    expect(backend()).toBe(threads.backend);
    expect(backend().memory).toBe(initial.memory);
    expect(backend().features).toContain("2 threads");
    expect(product()).toBe(12_000_000);
    await threads.close();
    expect(backend()).toBe(initial);
    expect(threads.threads).toBe(1);
    expect(threads.failure).toBeUndefined();
    await threads.close();
  });

  test("leaves a backend alone that the program has chosen meanwhile", async () => {
    const threads = await startThreads({ threads: 2 });
    useBackend(plainBackend);
    await threads.close();
    expect(backend()).toBe(plainBackend);
  });

  test("its backend computes in one thread after it was closed", async () => {
    const threads = await startThreads({ threads: 2 });
    await threads.close();
    useBackend(threads.backend);
    expect(product()).toBe(12_000_000);
  });

  test("starts nothing for one thread", async () => {
    const threads = await startThreads({ threads: 1 });
    expect(threads.threads).toBe(1);
    expect(backend()).toBe(initial);
    await threads.close();
  });

  test("may be called again over threads that run, and closed in any order", async () => {
    const outer = await startThreads({ threads: 2 });
    const inner = await startThreads({ threads: 3 });
    expect(product()).toBe(12_000_000);
    await outer.close();
    expect(backend()).toBe(inner.backend);
    expect(product()).toBe(12_000_000);
    expect(backend().features).toContain("3 threads");
    expect(backend().features).not.toContain("2 threads");
    await inner.close();
    expect(product()).toBe(12_000_000);
    expect(backend()).toBe(initial);
  });

  test("can be used with `await using`", async () => {
    const threads = await startThreads({ threads: 2 });
    await threads[Symbol.asyncDispose]();
    expect(threads.threads).toBe(1);
  });

  test.each([0, 1.5, 64, Number.NaN, -1])("refuses %d threads", async (count) => {
    const failure = startThreads({ threads: count });
    await expect(failure).rejects.toThrow(ArgumentError);
    await expect(failure).rejects.toThrow(`startThreads: expected threads from 1 to 63, got ${count}`);
    expect(backend()).toBe(initial);
  });

  test("refuses options that do not exist, and a watchdog that never waits", async () => {
    const misspelled: object = { thread: 2 };
    await expect(startThreads(misspelled)).rejects.toThrow("startThreads: ");
    await expect(startThreads({ watchdog: 0 })).rejects.toThrow("startThreads: expected a watchdog above 0, got 0");
  });

  test("refuses a backend whose memory threads can not share", async () => {
    useBackend(plainBackend);
    await expect(startThreads({ threads: 2 })).rejects.toThrow(
      "expected a backend with memory of @rushlight/wasm, got plain",
    );
    useBackend(createWasmBackend({ shared: false }));
    await expect(startThreads({ threads: 2 })).rejects.toThrow("expected a backend whose memory threads can share");
  });

  test("refuses a heap without room for what workers need, and everything goes on in one thread", async () => {
    useBackend(createWasmBackend({ shared: true, heapLimit: 2 ** 20 }));
    const failure = startThreads({ threads: 4 });
    await expect(failure).rejects.toThrow(ArgumentError);
    await expect(failure).rejects.toThrow("bytes in the shared memory, found none");
    expect(product()).toBe(12_000_000);
  });

  test("names the file of workers that can not be started, and everything goes on in one thread", async () => {
    const failure = startThreads({ threads: 2, workerFile: new URL("../fixtures/broken.ts", import.meta.url) });
    await expect(failure).rejects.toThrow(WorkerError);
    await expect(failure).rejects.toThrow("broken.ts");
    expect(backend()).toBe(initial);
    expect(product()).toBe(12_000_000);
  });

  test("refuses a worker's file that is not there, and what is no file or function", async () => {
    await expect(startThreads({ workerFile: "/nothing.js" })).rejects.toThrow(ArgumentError);
    await expect(startThreads({ workerFile: "/nothing.js" })).rejects.toThrow(
      "startThreads: expected a file as workerFile, there is no file:///nothing.js",
    );
    const refused: readonly [object, string][] = [
      [{ workerFile: 3 }, "startThreads: expected the URL or the path of a file as workerFile, got 3"],
      [{ onFailure: "log" }, 'startThreads: expected a function as onFailure, got "log"'],
      [{ watchdog: "5" }, 'startThreads: expected a watchdog above 0, got "5"'],
    ];
    for (const [options, message] of refused) await expect(startThreads(options)).rejects.toThrow(message);
    expect(backend()).toBe(initial);
  });

  test("leaves to backends above what they compute by other means, also when it is called again", async () => {
    let products = 0;
    const { gemm } = initial.matrix;
    const counting = extendBackend(initial, "counting", {
      features: [...(initial.features ?? []), "counting"],
      matrix: {
        gemm: (...operands) => {
          products += 1;
          gemm(...operands);
        },
      },
    });
    useBackend(counting);
    const outer = await startThreads({ threads: 2 });
    const inner = await startThreads({ threads: 3 });
    expect(product()).toBe(12_000_000);
    expect(products).toBe(1);
    expect(backend().features).toContain("counting");
    expect(backend().map.exp).not.toBe(initial.map.exp);
    await inner.close();
    await outer.close();
    expect(backend()).toBe(counting);
  });

  test("does not keep a program from ending that forgets its threads", async () => {
    expect(await runFixture("forgottenThreads")).toBe("3 12000000\n");
  });

  test("takes no more memory the more often threads are started", async () => {
    const own = createWasmBackend({ shared: true });
    const sizes = new Set<number>();
    for (let i = 0; i < 6; i++) {
      useBackend(own);
      const threads = await startThreads({ threads: 3 });
      expect(own.heapStats().used).toBeGreaterThan(1_000_000);
      await threads.close();
      expect(own.heapStats().used).toBe(0);
      sizes.add(own.heapStats().size);
    }
    expect(sizes.size).toBe(1);
  });
});
