import { dtypes, plainBackend, Storage, Tensor, useBackend } from "@rushlight/tensor";
import { afterEach, describe, expect, test } from "vitest";
import { Heap } from "../src/heap/Heap.ts";
import { collectUntil } from "./collect.ts";
import { engines } from "./engines.ts";

function install(heap: Heap): void {
  useBackend({ ...plainBackend, memory: heap });
}

afterEach(() => {
  useBackend(plainBackend);
});

describe.each(engines())("the heap (%s)", (_name, engine) => {
  test("holds resident storages of every dtype, zero-filled", () => {
    const heap = new Heap(engine);
    install(heap);
    const storages = dtypes.map((dtype) => new Storage(dtype, 100, { resident: true }));
    for (const storage of storages) {
      expect(storage.data.buffer).toBe(engine.buffer);
      expect(storage.data.every((element) => element === 0)).toBe(true);
      storage.data.fill(7);
    }
    expect(heap.stats().blocks).toBe(dtypes.length);
    expect(new Storage("float32", 100).data.buffer).not.toBe(engine.buffer);
  });

  test("keeps elements where they are seen when a storage grows or the memory does", () => {
    const heap = new Heap(engine);
    install(heap);
    const tensor = new Tensor([4], { dtype: "float64", resident: true }).fill(3);
    const view = tensor.narrow(0, 1, 2);
    heap.allocate("float64", engine.buffer.byteLength / 8);
    expect(tensor.storage().data.buffer).toBe(engine.buffer);
    expect([...tensor]).toEqual([3, 3, 3, 3]);
    tensor.resize(1000);
    view.fill(5);
    expect([...tensor.narrow(0, 0, 5)]).toEqual([3, 5, 5, 3, 0]);
    expect(tensor.storage().data.buffer).toBe(engine.buffer);
    expect(tensor.storage().clone().data.buffer).toBe(engine.buffer);
  });

  test("frees a block when neither its storage nor an array of it can be reached, and not before", async () => {
    const heap = new Heap(engine);
    install(heap);
    const kept = (() => new Tensor([10], { dtype: "float64", resident: true }).fill(4).narrow(0, 2, 3).data)();
    (() => new Tensor([10], { dtype: "float64", resident: true }).fill(1))();
    await collectUntil(heap, 1);
    expect(heap.stats().blocks).toBe(1);
    for (let i = 0; i < 20; i++) heap.allocate("float64", 10)?.elements.fill(9);
    expect([...kept]).toEqual([4, 4, 4]);
  });

  test("keeps a block for what a user derives from an array of it", async () => {
    const heap = new Heap(engine);
    install(heap);
    const part = (() => new Tensor([10], { resident: true }).fill(4).data.subarray(2).subarray(0, 3))();
    const view = (() => {
      const { buffer, byteOffset } = new Tensor([10], { resident: true }).fill(5).data;
      return new Float32Array(buffer, byteOffset, 10);
    })();
    (() => new Tensor([10], { resident: true }).fill(6).data.subarray(1))();
    await collectUntil(heap, 2);
    expect(heap.stats()).toMatchObject({ blocks: 2, pinned: 1 });
    for (let i = 0; i < 20; i++) heap.allocate("float32", 10)?.elements.fill(9);
    expect([...part, ...view]).toEqual([4, 4, 4, ...new Array<number>(10).fill(5)]);
  });

  test("an array of a block is like any other", () => {
    const heap = new Heap(engine);
    install(heap);
    const { data } = new Tensor([3], { dtype: "float32", resident: true }).fill(2);
    expect(data).toEqual(Float32Array.of(2, 2, 2));
    expect(Object.keys(data)).toEqual(["0", "1", "2"]);
    expect(data.subarray(-2, -1)).toEqual(Float32Array.of(2));
    expect(data.buffer).toBe(engine.buffer);
    expect(structuredClone(data.slice(1))).toEqual(Float32Array.of(2, 2));
    expect(new Storage("float32", data).data).toBe(data);
  });

  test("does without when it is full, and ends where it began", async () => {
    const heap = new Heap(engine, 2 ** 20);
    install(heap);
    let refused = 0;
    for (let i = 0; i < 400; i++) {
      const tensor = new Tensor([1 + ((i * 7919) % 20_000)], { resident: true }).fill(i);
      if (tensor.storage().data.buffer !== engine.buffer) refused += 1;
      expect(tensor.get(0)).toBe(i);
      if (i % 50 === 49) await collectUntil(heap, 0);
    }
    await collectUntil(heap, 0);
    const { used, size, limit, blocks, freeRanges } = heap.stats();
    expect([used, blocks]).toEqual([0, 0]);
    expect(size).toBeLessThanOrEqual(limit);
    expect(freeRanges).toBe(1);
    expect(heap.stats().refused).toBe(refused);
    expect(heap.allocate("float32", 2 ** 20)).toBeUndefined();
  });
});
