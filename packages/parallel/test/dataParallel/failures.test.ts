import * as nn from "@rushlight/nn";
import { DataParallel, SharedMemoryError, WorkerError } from "@rushlight/parallel";
import {
  ArgumentError,
  backend,
  ShapeError,
  storageAllocations,
  type Tensor,
  tensor,
  useBackend,
  zeros,
} from "@rushlight/tensor";
import { createWasmBackend } from "@rushlight/wasm";
import { describe, expect, test } from "vitest";
import { EXIT, FAIL } from "../fixtures/misbehaving.ts";
import { elements, normal } from "../support/training.ts";

const misbehaving = new URL("../fixtures/misbehaving.ts", import.meta.url);

/** Samples of which the last is to make trouble. */
function trouble(value: number): { input: Tensor; target: Tensor } {
  const input = normal([4, 3]);
  input.select(0, 3).fill(value);
  return { input, target: zeros(4, 2) };
}

const fine = trouble(0.5);

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error("expected a failure"),
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
}

describe("A step that fails changes nothing, and the next one works", () => {
  test("when a module throws, when a worker ends, and after both", async () => {
    await using dp = await DataParallel.load(misbehaving, { workers: 2, slices: 2, data: { inputs: 3 } });
    const { loss } = await dp.step(fine);
    const gradients = elements(dp.gradients);
    const statistics = elements(dp.model.statistics());
    const thrown = await failure(dp.step(trouble(FAIL)));
    expect(thrown).toBeInstanceOf(WorkerError);
    expect(thrown.message).toBe("DataParallel: a worker failed: this one is 2000 (at Sequential › 0 › Misbehaving)");
    expect(thrown.cause).toBeInstanceOf(RangeError);
    const ended = await failure(dp.step(trouble(EXIT)));
    expect(ended).toBeInstanceOf(WorkerError);
    expect(ended.message).toBe("DataParallel: a worker ended: worker exited with code: 3");
    expect(elements(dp.gradients)).toEqual(gradients);
    expect(elements(dp.model.statistics())).toEqual(statistics);
    expect((await dp.step(fine)).loss).toBe(loss);
    expect(elements(dp.gradients)).toEqual(gradients);
    await expect(dp.evaluate(trouble(FAIL))).rejects.toThrow(WorkerError);
    await expect(dp.predict(trouble(EXIT).input)).rejects.toThrow(WorkerError);
    expect((await dp.step(fine)).loss).toBe(loss);
  });

  test("when the criterion has no parts, which the message says", async () => {
    const model = new nn.ParallelTable().add(new nn.Linear(2, 2)).add(new nn.Linear(2, 2));
    await using dp = new DataParallel(model, new nn.L1HingeEmbeddingCriterion(), { workers: 1, slices: 2 });
    const input = [normal([4, 2]), normal([4, 2], 5)] as const;
    const error = await failure(dp.step({ input, target: tensor([1, 1, 1, 1]) }));
    expect(error).toBeInstanceOf(WorkerError);
    expect(error.message).toContain("L1HingeEmbeddingCriterion: expected a batch that is whole, got a part of one");
    expect(error.cause).toBeInstanceOf(ArgumentError);
  });

  test("when the signal is aborted", async () => {
    await using dp = new DataParallel(nn.sequential(new nn.Linear(3, 2)), new nn.MSECriterion(), {
      workers: 1,
      slices: 4,
    });
    await expect(dp.step(fine, { signal: AbortSignal.abort("before") })).rejects.toBe("before");
    expect(dp.statistics().completed).toBe(0);
    await dp.step(fine);
    dp.gradients.fill(5);
    const controller = new AbortController();
    const step = dp.step(fine, { signal: controller.signal });
    await expect(dp.step(fine)).rejects.toThrow(
      new ArgumentError("DataParallel.step: expected to be called when step has ended, it is still running"),
    );
    expect(() => dp.refresh()).toThrow(ArgumentError);
    controller.abort(new Error("enough"));
    await expect(step).rejects.toThrow("enough");
    // The four slices of the step before, and the one that was running.
    expect(dp.statistics().completed).toBe(5);
    expect(elements(dp.gradients).every((value) => value === 5)).toBe(true);
    const progress: number[] = [];
    const evaluation = new AbortController();
    const evaluated = dp.evaluate(fine, {
      batchSize: 1,
      signal: evaluation.signal,
      onProgress: ({ samples, total }) => {
        expect(total).toBe(4);
        progress.push(samples);
        if (samples === 2) evaluation.abort("two will do");
      },
    });
    await expect(evaluated).rejects.toBe("two will do");
    expect(progress).toEqual([1, 2]);
    expect((await dp.step(fine)).loss).toBeGreaterThan(0);
  });

  test("when another backend is installed meanwhile", async () => {
    const before = backend();
    await using dp = new DataParallel(nn.sequential(new nn.Linear(3, 2)), new nn.MSECriterion(), { workers: 1 });
    const { loss } = await dp.step(fine);
    const gradients = elements(dp.gradients);
    useBackend(createWasmBackend({ shared: true }));
    try {
      const message =
        "DataParallel: expected the backend that its workers share the memory of, got another, wasm, installed since";
      await expect(dp.step(fine)).rejects.toThrow(new ArgumentError(message));
      await expect(dp.evaluate(fine)).rejects.toThrow(ArgumentError);
      await expect(dp.predict(fine.input)).rejects.toThrow(ArgumentError);
    } finally {
      useBackend(before);
    }
    expect(elements(dp.gradients)).toEqual(gradients);
    expect((await dp.step(fine)).loss).toBe(loss);
  });

  test("when the model has lost parameters", async () => {
    const model = nn.sequential(new nn.Linear(3, 2), new nn.Linear(2, 2));
    await using dp = new DataParallel(model, new nn.MSECriterion(), { workers: 1 });
    model.modules.pop();
    await expect(dp.step(fine)).rejects.toThrow("DataParallel: expected the parameters that the model had, got others");
    expect(() => dp.refresh()).toThrow(ArgumentError);
  });

  test("when it is closed meanwhile; then the model goes on alone", async () => {
    const model = nn.sequential(new nn.Linear(3, 2));
    const dp = new DataParallel(model, new nn.MSECriterion(), { workers: 1 });
    const step = failure(dp.step(fine));
    await dp.close();
    expect(await step).toEqual(new WorkerError("DataParallel: it has been closed"));
    await dp.close();
    await expect(dp.step(fine)).rejects.toThrow(new WorkerError("DataParallel: it has been closed"));
    expect(() => dp.refresh()).toThrow(new WorkerError("DataParallel: it has been closed"));
    expect(model.forward(fine.input).size()).toEqual([4, 2]);
  });
});

describe("A file that makes the model", () => {
  test("that throws in this thread is named", async () => {
    const file = new URL("../fixtures/throwing.ts", import.meta.url);
    const error = await failure(DataParallel.load(file, { workers: 1 }));
    expect(error).toBeInstanceOf(WorkerError);
    expect(error.message).toBe(`DataParallel.load: ${file.href}: RangeError: nothing to make`);
    expect(error.cause).toBeInstanceOf(RangeError);
  });

  test("that throws in a worker, or makes another model there, fails each step", async () => {
    await using failing = await DataParallel.load(misbehaving, { workers: 1, data: { inputs: 3, fails: true } });
    for (let step = 0; step < 2; step++) {
      const error = await failure(failing.step(fine));
      expect(error.message).toBe(`DataParallel: a worker failed: ${misbehaving.href}: TypeError: no model here`);
      expect(error.cause).toBeInstanceOf(TypeError);
    }
    await using another = await DataParallel.load(misbehaving, { workers: 1, data: { inputs: 3, another: true } });
    const error = await failure(another.step(fine));
    expect(error.message).toBe(
      "DataParallel: a worker failed: expected a model with parameters [2, 3] [2], got [3, 3] [3]",
    );
    expect(error.cause).toBeInstanceOf(ShapeError);
  });

  test("that is not there, or data that can not be sent, is refused at once", async () => {
    const missing = new URL("./missing.ts", import.meta.url);
    await expect(DataParallel.load(missing)).rejects.toThrow(ArgumentError);
    await expect(DataParallel.load(misbehaving, { workers: 0 })).rejects.toThrow(ArgumentError);
    const factory: object = { factory: { file: misbehaving } };
    await expect(DataParallel.load(misbehaving, factory)).rejects.toThrow(
      'DataParallel.load: expected options named workers, slices, seed, workerFile, data, got "factory"',
    );
    const data = { inputs: 3, shared: new SharedArrayBuffer(8) };
    await expect(DataParallel.load(misbehaving, { workers: 1, data })).rejects.toThrow(
      "DataParallel.load: expected data that can be copied to threads",
    );
  });
});

test("a backend without memory to share, and data that can not be sent, are refused before the model changes", () => {
  const before = backend();
  const line = new nn.Linear(3, 2);
  const storage = line.weight.storage();
  const file = misbehaving;
  expect(() => new DataParallel(line, new nn.MSECriterion(), { factory: { file, data: () => 1 } })).toThrow(
    "DataParallel: expected data that can be copied to threads",
  );
  useBackend(createWasmBackend({ shared: false }));
  try {
    expect(() => new DataParallel(line, new nn.MSECriterion(), { workers: 1 })).toThrow(
      new ArgumentError(
        "DataParallel: expected a backend whose memory threads can share, as @rushlight/nn installs it, got wasm",
      ),
    );
  } finally {
    useBackend(before);
  }
  expect(line.weight.storage()).toBe(storage);
});

test("a batch for which there is no room is refused, and a smaller one is learned", async () => {
  const before = backend();
  const small = createWasmBackend({ shared: true, heapLimit: 2 ** 20 });
  useBackend(small);
  try {
    await using dp = new DataParallel(nn.sequential(new nn.Linear(3, 2)), new nn.MSECriterion(), { workers: 1 });
    await expect(dp.step({ input: zeros(200_000, 3), target: zeros(200_000, 2) })).rejects.toThrow(
      new SharedMemoryError(
        "DataParallel.step: expected room for 600000 elements of float32 in the memory that threads share, found none",
      ),
    );
    expect((await dp.step(fine)).loss).toBeGreaterThan(0);
  } finally {
    useBackend(before);
  }
});

test("a step takes no memory once there have been some, in no thread", async () => {
  await using dp = await DataParallel.load(misbehaving, { workers: 2, slices: 2, data: { inputs: 3 } });
  const taken: number[] = [];
  let here = 0;
  for (let step = 0; step < 6; step++) {
    here = storageAllocations();
    await dp.step(fine);
    // The mean over both slices of what each thread has taken so far.
    taken.push(dp.model.statistics()[0].get(0));
  }
  expect(taken[5]).toBe(taken[4]);
  expect(storageAllocations()).toBe(here);
  expect(taken[0]).toBeGreaterThan(0);
});
