import { expect, test } from "vitest";
import { Storage, storageAllocations, Tensor, zeros } from "../src/index.ts";

test("a storage begins with zeros and knows its dtype and size", () => {
  const storage = new Storage("int16", 3);
  expect(storage.dtype).toBe("int16");
  expect(storage.size).toBe(3);
  expect([...storage.data]).toEqual([0, 0, 0]);
});

test("a storage made of a typed array shares it", () => {
  const array = Float64Array.of(1, 2);
  const storage = new Storage("float64", array);
  storage.data[1] = 5;
  expect(array[1]).toBe(5);
});

test("a storage refuses a typed array of another dtype, an unknown dtype and a size that is no count", () => {
  expect(() => new Storage<"float64" | "float32">("float64", new Float32Array(1))).toThrow(
    "expected a typed array of float64, got Float32Array",
  );
  // @ts-expect-error: not a dtype
  expect(() => new Storage("float16", 1)).toThrow('got "float16"');
  expect(() => new Storage("float32", -1)).toThrow("got -1");
  expect(() => new Storage("float32", 1.5)).toThrow("got 1.5");
});

test("growing keeps the elements, never shrinks, and is seen by all views", () => {
  const base = zeros(2).fill(7);
  const view = base.narrow(0, 1, 1);
  base.storage().grow(4);
  expect([...base.storage().data]).toEqual([7, 7, 0, 0]);
  base.storage().grow(1);
  expect(base.storage().size).toBe(4);
  base.put([1], 9);
  expect(view.get(0)).toBe(9);
});

test("the counter counts new memory and nothing else", () => {
  const before = storageAllocations();
  const x = new Tensor([4, 3]);
  expect(storageAllocations() - before).toBe(1);
  x.t().select(0, 1).add(1);
  x.view(12).narrow(0, 2, 4).fill(3);
  x.resize(2, 2);
  expect(storageAllocations() - before).toBe(1);
  x.resize(5, 5);
  expect(storageAllocations() - before).toBe(2);
  new Storage("float32", new Float32Array(8));
  new Tensor();
  expect(storageAllocations() - before).toBe(2);
});

test("a clone is a storage of its own", () => {
  const storage = new Storage("int8", Int8Array.of(1, 2));
  const clone = storage.clone();
  clone.data[0] = 9;
  expect([...storage.data, ...clone.data]).toEqual([1, 2, 9, 2]);
});
