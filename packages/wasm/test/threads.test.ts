import { Worker } from "node:worker_threads";
import { ArgumentError, plainBackend, Storage, Tensor, useBackend } from "@rushlight/tensor";
import { afterEach, describe, expect, test } from "vitest";
import { createWasmBackend } from "../src/index.ts";
import {
  attachWasmBackend,
  blockAt,
  openLedger,
  residentAddress,
  sharedEngine,
  withKernels,
} from "../src/threads/index.ts";

afterEach(() => {
  useBackend(plainBackend);
});

const MEBIBYTE = 2 ** 20;

describe("a backend that another thread attaches to", () => {
  test("has one memory with it, and one supply that both take from", () => {
    const backend = createWasmBackend({ shared: true });
    const other = attachWasmBackend(sharedEngine(backend));
    const taken: { start: number; end: number }[] = [];
    for (let i = 0; i < 20; i++) {
      for (const each of [backend, other]) {
        // More than either heap has left, so that both take turns in extending the memory.
        const block = each.memory?.allocate("uint8", 3 * MEBIBYTE);
        if (block === undefined) throw new Error("expected room");
        const start = residentAddress(each, block.elements) ?? 0;
        taken.push({ start, end: start + 3 * MEBIBYTE });
      }
    }
    taken.sort((a, b) => a.start - b.start);
    for (let i = 1; i < taken.length; i++) expect(taken[i].start).toBeGreaterThanOrEqual(taken[i - 1].end);
  });

  test("sees and changes the same elements, also after either has made the memory grow", () => {
    const backend = createWasmBackend({ shared: true });
    const other = attachWasmBackend(sharedEngine(backend));
    useBackend(backend);
    const x = new Tensor([1000], { resident: true }).fill(2);
    const address = residentAddress(backend, x.storage().data);
    if (address === undefined) throw new Error("expected a resident tensor");
    const same = new Tensor(Storage.on("float32", blockAt(other, "float32", address, 1000)), 0, [1000]);
    other.memory?.allocate("uint8", 100 * MEBIBYTE);
    useBackend(other);
    same.mul(3);
    useBackend(backend);
    backend.memory?.allocate("uint8", 300 * MEBIBYTE);
    expect(x.sum()).toBe(6000);
  });

  test("sees what the other has put beyond the end of the memory that it knew", () => {
    const backend = createWasmBackend({ shared: true });
    const other = attachWasmBackend(sharedEngine(backend));
    const block = backend.memory?.allocate("float32", 20 * MEBIBYTE);
    if (block === undefined) throw new Error("expected room");
    const same = blockAt(other, "float32", residentAddress(backend, block.elements) ?? 0, 20 * MEBIBYTE);
    same.elements[20 * MEBIBYTE - 1] = 4;
    expect(block.elements[20 * MEBIBYTE - 1]).toBe(4);
  });

  test("gives back what lies beyond the end of the memory that the first one knew, too", () => {
    const backend = createWasmBackend({ shared: true });
    const ledger = openLedger(backend);
    const other = attachWasmBackend(sharedEngine(backend), { ledger: ledger.address });
    other.memory?.allocate("float32", 20 * MEBIBYTE);
    ledger.reclaim();
    const block = backend.memory?.allocate("float32", 20 * MEBIBYTE);
    expect(block?.elements[20 * MEBIBYTE - 1]).toBe(0);
  });

  test("gives back what it took, through its ledger", () => {
    const backend = createWasmBackend({ shared: true });
    const before = backend.heapStats();
    const ledger = openLedger(backend);
    const { size } = backend.heapStats();
    const other = attachWasmBackend(sharedEngine(backend), { ledger: ledger.address });
    other.memory?.allocate("uint8", 5 * MEBIBYTE);
    const bytes = ledger.reclaim();
    expect(bytes).toBeGreaterThanOrEqual(5 * MEBIBYTE);
    expect(backend.heapStats().size).toBe(size + bytes);
    expect(backend.heapStats().used).toBe(before.used);
    expect(ledger.reclaim()).toBe(0);
  });

  test("uses what it is lent first, and gives it back", () => {
    const backend = createWasmBackend({ shared: true });
    const shared = sharedEngine(backend);
    const { address, arena, reclaim } = openLedger(backend, { arena: 4 * MEBIBYTE });
    if (arena === undefined) throw new Error("expected room");
    const end = arena.address + arena.bytes;
    const other = attachWasmBackend(shared, { ledger: address, arena });
    const within = other.memory?.allocate("float32", 1000);
    if (within === undefined) throw new Error("expected room");
    expect(within.elements.byteOffset).toBeGreaterThanOrEqual(arena.address);
    expect(within.elements.byteOffset + 4000).toBeLessThanOrEqual(end);
    const beyond = other.memory?.allocate("uint8", 5 * MEBIBYTE);
    expect(beyond?.elements.byteOffset).toBeGreaterThanOrEqual(end);
    expect(reclaim()).toBe(5 * MEBIBYTE);
    expect(reclaim()).toBe(0);
    expect(backend.heapStats().used).toBe(0);
  });

  test("makes the memory no larger when others come in its place that are lent what it needs", () => {
    const backend = createWasmBackend({ shared: true });
    const sizes = new Set<number>();
    for (let i = 0; i < 200; i++) {
      const { address, arena, reclaim } = openLedger(backend, { arena: 4 * MEBIBYTE });
      const other = attachWasmBackend(sharedEngine(backend), { ledger: address, arena });
      useBackend(other);
      expect(new Tensor([50_000], { resident: true }).fill(i).max()).toBe(i);
      expect(reclaim()).toBe(0);
      sizes.add(sharedEngine(backend).memory.buffer.byteLength + backend.heapStats().size);
    }
    expect(sizes.size).toBe(1);
  });

  test("is lent nothing when there is no room, and takes it from the end of the memory", () => {
    const backend = createWasmBackend({ shared: true, heapLimit: MEBIBYTE });
    const { address, arena } = openLedger(backend, { arena: 4 * MEBIBYTE });
    expect(arena).toBeUndefined();
    const other = attachWasmBackend(sharedEngine(backend), { ledger: address, arena });
    expect(other.memory?.allocate("uint8", 100)).toBeDefined();
  });

  test("finds no room when its ledger is full, and lies elsewhere then", () => {
    const backend = createWasmBackend({ shared: true });
    const { address } = openLedger(backend);
    const other = attachWasmBackend(sharedEngine(backend), { ledger: address });
    const entries = new Int32Array(sharedEngine(backend).memory.buffer, address, 1);
    const noted = entries[0];
    entries[0] = 510;
    expect(other.memory?.allocate("uint8", 3 * MEBIBYTE)).toBeUndefined();
    entries[0] = noted;
    expect(other.memory?.allocate("uint8", 3 * MEBIBYTE)).toBeDefined();
  });

  test("can be sent to a worker, whose kernels work in the same memory", async () => {
    const backend = createWasmBackend({ shared: true });
    useBackend(backend);
    const x = new Tensor([1000], { resident: true }).fill(2);
    const address = residentAddress(backend, x.storage().data);
    const program = `
      const { workerData: { engine: { module, memory }, address }, parentPort } = require("node:worker_threads");
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      exports.map_mulScalar_f32(1000, address, 1, address, 1, 5, 0);
      parentPort.postMessage("done");`;
    const worker = new Worker(program, { eval: true, workerData: { engine: sharedEngine(backend), address } });
    await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    expect(x.sum()).toBe(10_000);
    await worker.terminate();
  });
});

test("other kernels are called with addresses, wherever operands lie", () => {
  const calls: number[][] = [];
  const backend = createWasmBackend({ shared: true });
  const counting = withKernels(backend, (kernels) => ({
    ...kernels,
    map_exp_f32: (...operands) => {
      calls.push(operands);
      return kernels.map_exp_f32(...operands);
    },
  }));
  useBackend(counting);
  const resident = new Tensor([100], { resident: true });
  expect(resident.exp().sum()).toBe(100);
  expect(new Tensor([100]).exp().sum()).toBe(100);
  expect(calls.map(([count]) => count)).toEqual([100, 100]);
  expect(calls[0][1]).toBe(residentAddress(backend, resident.storage().data));
  expect(counting.memory).toBe(backend.memory);
});

test("memory that threads can not share is refused by name", () => {
  const backend = createWasmBackend({ shared: false });
  expect(() => sharedEngine(backend)).toThrow(ArgumentError);
  expect(() => sharedEngine(backend)).toThrow("sharedEngine: expected a backend whose memory threads can share");
  const message = "openLedger: expected a backend with memory of @rushlight/wasm, got plain";
  expect(() => openLedger(plainBackend)).toThrow(message);
});
