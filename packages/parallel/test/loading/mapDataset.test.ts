import { TensorDataset } from "@rushlight/data";
import {
  ArgumentError,
  backend,
  ones,
  plainBackend,
  range,
  ShapeError,
  Tensor,
  tensor,
  useBackend,
} from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { mapDataset, WorkerError } from "../../src/index.ts";
import { caught } from "./caught.ts";
import { blocks, blocksAfter } from "./collect.ts";
import { fixture } from "./fixture.ts";
import { numbered } from "./numbered.ts";

const double = fixture("double");

describe("mapDataset", () => {
  it("prepares every sample, in its place, and tells how far it is", async () => {
    const source = numbered(50);
    const done: number[] = [];
    const mapped = await mapDataset(source, double, {
      workers: 2,
      onProgress: ({ done: now, total }) => {
        expect(total).toBe(50);
        done.push(now);
      },
    });
    expect(mapped.inputs.toArray()).toEqual(source.inputs.clone().mul(2).toArray());
    expect(mapped.targets.toArray()).toEqual(source.targets.toArray());
    expect([mapped.inputs.dtype, mapped.targets.dtype, mapped.length]).toEqual(["float32", "int32", 50]);
    expect(done.length).toBeGreaterThan(2);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(50);
    expect(source.inputs.get(1, 1)).toBe(10);
  });

  it("takes samples of another size and dtype, and gives the map the data", async () => {
    const mapped = await mapDataset(numbered(5), fixture("reshape"), { workers: 1, data: 3 });
    expect([mapped.inputs.dtype, mapped.inputs.size()]).toEqual(["float64", [5, 2]]);
    expect([mapped.targets.dtype, mapped.targets.toArray()]).toEqual([
      "uint8",
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
        [0, 1, 0],
      ],
    ]);
    expect(mapped.inputs.get(4, 1)).toBe(40);
  });

  it("takes the dataset that a file makes of the data", async () => {
    const mapped = await mapDataset(fixture("squares"), double, { workers: 1, data: 4 });
    expect(mapped.inputs.toArray()).toEqual([
      [0, 0],
      [2, 2],
      [4, 8],
      [6, 18],
    ]);
    expect([mapped.targets.dtype, mapped.targets.toArray()]).toEqual(["int32", [0, 1, 0, 1]]);
  });

  it("gives threads the elements of inputs that a function maps", async () => {
    const rows = [
      [0, 255],
      [51, 102],
    ];
    const labels = tensor([0.5, 1.5]);
    const map = (element: number) => element / 255;
    const bytes = new TensorDataset(tensor(rows, { dtype: "uint8" }), labels, { dtype: "float64", map });
    const expected = [
      [0, 2],
      [0.4, 0.8],
    ];
    const fromBytes = await mapDataset(bytes, double, { workers: 1 });
    expect(fromBytes.inputs.toArray()).toEqual(expected);
    expect([fromBytes.targets.dtype, fromBytes.targets.toArray()]).toEqual(["float32", [0.5, 1.5]]);
    const shorts = new TensorDataset(tensor(rows, { dtype: "int16" }), labels, { dtype: "float64", map });
    expect((await mapDataset(shorts, double, { workers: 1 })).inputs.toArray()).toEqual(expected);
  });

  it("has room for more than the memory held when its threads began", async () => {
    const rows = ones(40, 65_536);
    const mapped = await mapDataset(new TensorDataset(rows, range(1, 40)), double, { workers: 1 });
    expect(mapped.inputs.sum()).toBe(2 * 40 * 65_536);
  });

  it("copies no tensor that lies in shared memory already", async () => {
    async function blocksOnTheWay(dataset: TensorDataset): Promise<number> {
      const before = await blocksAfter(0);
      let most = 0;
      function onProgress(): void {
        most = Math.max(most, blocks());
      }
      await mapDataset(dataset, double, { workers: 1, onProgress });
      return most - before;
    }
    const managed = numbered(4);
    const resident = new TensorDataset(
      new Tensor([4, 3], { resident: true }).copy(managed.inputs),
      new Tensor([4], { dtype: "int32", resident: true }),
    );
    const copied = await blocksOnTheWay(managed);
    expect(await blocksOnTheWay(resident)).toBe(copied - 2);
  });

  it("leaves nothing in shared memory but the dataset that it gives", async () => {
    const before = await blocksAfter(0);
    const mapped = await mapDataset(numbered(8), double, { workers: 2 });
    expect(await blocksAfter(before + 2)).toBeLessThanOrEqual(before + 2);
    expect(mapped.length).toBe(8);
    // In a function of its own, so that the error, whose stack knows the threads, can be collected.
    await (async () => {
      await caught(mapDataset(numbered(8), fixture("trouble"), { workers: 2 }));
    })();
    expect(await blocksAfter(before + 2)).toBeLessThanOrEqual(before + 2);
    expect(mapped.inputs.get(7, 2)).toBe(1400);
  });

  it("ends with the error of the sample that a map throws for", async () => {
    const error = await caught(mapDataset(numbered(2), fixture("trouble"), { workers: 1 }));
    expect(error).toBeInstanceOf(WorkerError);
    expect(error.message).toBe(`mapDataset: ${fixture("trouble").href}: sample 1: TypeError: can not be read`);
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  it.each([
    ["number", "expected a default export that is a function, got 7"],
    ["broken", "Error: broken while it is loaded"],
  ])("refuses a map from the file %s.ts", async (name, problem) => {
    const error = await caught(mapDataset(numbered(2), fixture(name), { workers: 1 }));
    expect(error).toBeInstanceOf(WorkerError);
    expect(error.message).toBe(`mapDataset: ${fixture(name).href}: ${problem}`);
  });

  it("refuses a file whose function gives no dataset, and a dataset without samples", async () => {
    const none = await caught(mapDataset(double, double, { workers: 1, data: {} }));
    expect(none).toBeInstanceOf(WorkerError);
    const wrong = await caught(mapDataset(fixture("augment"), double, { workers: 1 }));
    expect(wrong.message).toMatch(/^mapDataset: .*augment.ts: /);
    const empty = await caught(mapDataset(fixture("squares"), double, { workers: 1, data: 0 }));
    expect(empty).toEqual(new ArgumentError("mapDataset: expected a dataset with samples, got one without"));
    const missing = await caught(mapDataset(fixture("squares"), double, { workers: 1, data: 14 }));
    expect(missing.message).toBe(`mapDataset: ${fixture("squares").href}: sample 13: IndexError: 13 is missing`);
  });

  it("refuses what makes no sense, before it starts a thread", async () => {
    const dataset = numbered(2);
    const gone = new URL("./gone.ts", import.meta.url);
    const plain = { length: 1, get: () => ({ input: 1, target: 1 }) };
    const before = await blocksAfter(0);
    const refused: readonly [string, () => Promise<unknown>][] = [
      [`expected a file as map, there is no ${gone.href}`, () => mapDataset(dataset, gone)],
      [`expected a file as dataset, there is no ${gone.href}`, () => mapDataset(gone.href, double)],
      // @ts-expect-error: a function can not be sent to a thread
      ["expected the URL or the path of a file as map, got a function", () => mapDataset(dataset, () => 0)],
      [
        'expected a file: or data: URL as map, got "https://example.org/x.js"',
        () => mapDataset(dataset, new URL("https://example.org/x.js")),
      ],
      [
        "expected a TensorDataset or a file that makes a dataset, got an object; other datasets can not be sent to threads",
        // @ts-expect-error: a dataset with functions can not be sent to a thread
        () => mapDataset(plain, double),
      ],
      ["expected workers to be a whole number from 1 up, got 0", () => mapDataset(dataset, double, { workers: 0 })],
      ["expected seed to be a whole number from 0 up, got -1", () => mapDataset(dataset, double, { seed: -1 })],
      [
        "expected data that can be copied to threads: () => 0 could not be cloned.",
        () => mapDataset(dataset, double, { data: () => 0 }),
      ],
      [
        'expected options named workers, seed, data, workerFile, signal, onProgress, got "worker"',
        // @ts-expect-error: no such option
        () => mapDataset(dataset, double, { worker: 1 }),
      ],
      // @ts-expect-error: no function
      ["expected a function as onProgress, got 1", () => mapDataset(dataset, double, { onProgress: 1 })],
      // @ts-expect-error: no signal
      ["expected an AbortSignal as signal, got an object", () => mapDataset(dataset, double, { signal: {} })],
    ];
    for (const [message, run] of refused) {
      const error = await caught(run());
      expect(error).toBeInstanceOf(ArgumentError);
      expect(error.message).toBe(`mapDataset: ${message}`);
    }
    expect(await blocksAfter(before)).toBeLessThanOrEqual(before);
  });

  it("refuses a backend without memory that threads can share", async () => {
    const installed = backend();
    useBackend(plainBackend);
    const error = await caught(mapDataset(numbered(2), double)).finally(() => useBackend(installed));
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error.message).toBe(
      "mapDataset: expected a backend whose memory threads can share, as @rushlight/nn installs it, got plain",
    );
  });

  it("ends with the reason of its signal, or with what onProgress throws", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const options = {
      workers: 1,
      signal: controller.signal,
      onProgress({ done }: { done: number }) {
        seen.push(done);
        controller.abort(new Error("enough"));
      },
    };
    expect(await caught(mapDataset(numbered(300), double, options))).toEqual(new Error("enough"));
    expect(Math.max(...seen)).toBeLessThan(300);
    expect(await caught(mapDataset(numbered(3), double, options))).toEqual(new Error("enough"));
    const failing = {
      workers: 1,
      onProgress() {
        throw new ShapeError("mine");
      },
    };
    expect(await caught(mapDataset(numbered(3), double, failing))).toEqual(new ShapeError("mine"));
  });
});
