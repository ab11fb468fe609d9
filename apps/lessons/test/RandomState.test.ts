import { expect, test } from "vitest";
import { RandomState } from "../src/convolution/RandomState.ts";

// All numbers here are those of numpy.random.RandomState, NumPy 1.24.

test("one stream gives NumPy's normal numbers and whole numbers, whichever are asked for first", () => {
  const random = new RandomState(42);
  expect(random.normal(0, 0.01, [5]).toArray()).toEqual([
    0.004967141530112327, -0.0013826430117118466, 0.006476885381006925, 0.015230298564080254, -0.0023415337472333596,
  ]);
  // Half of the third pair stays until the next normal number is asked for.
  expect(random.randint(0, 60000, 6).toArray()).toEqual([37194, 21962, 47191, 44131, 16023, 41090]);
  expect(random.normal(2, 3, [2, 3]).toArray()).toEqual([
    [1.2975891291524584, 0.5915768421951437, 3.627680130757894],
    [0.6097469215626132, 0.6028107392892295, 2.7258868146981023],
  ]);
  expect(random.randint(-3, 4, 8).toArray()).toEqual([0, -3, -3, -1, -1, 3, -2, 0]);
  // A range of one number takes nothing from the stream.
  expect(random.randint(0, 1, 3).toArray()).toEqual([0, 0, 0]);
  expect(random.normal(0, 1, [1]).toArray()).toEqual([-1.913280244657798]);
});

test("the weights and the first batch of the lesson are NumPy's", () => {
  const random = new RandomState(42);
  const w1 = random.normal(0, 0.01, [785, 1000]);
  expect(w1.get(784, 999)).toBe(0.004034992355553065);
  expect(w1.sum()).toBeCloseTo(-3.505778254836132, 10);
  expect(random.normal(0, 0.01, [1001, 10]).get(1000, 9)).toBe(-0.006115974874786102);
  expect(random.randint(0, 60000, 40).narrow(0, 37, 3).toArray()).toEqual([55073, 50964, 18277]);
});

test("the largest seed is a seed like any other", () => {
  const random = new RandomState(2 ** 32 - 1);
  expect(random.normal(0, 1, [3]).toArray()).toEqual([0.6484086742306527, 0.6693235306338161, -1.0805437227474493]);
  expect(random.randint(0, 10, 10).toArray()).toEqual([6, 7, 7, 6, 5, 9, 9, 9, 4, 0]);
});

test.each([-1, 0.5, 2 ** 32, Number.NaN])("the seed %s is refused", (seed) => {
  expect(() => new RandomState(seed)).toThrow(`RandomState: expected a seed from 0 to 4294967295, got ${seed}`);
});

test.each([
  [5, 5],
  [5, 4],
  [0.5, 2],
  [0, 2 ** 31 + 1],
])("whole numbers from %s to below %s are refused, and nothing is drawn", (low, high) => {
  const random = new RandomState(42);
  expect(() => random.randint(low, high, 1)).toThrow("expected int32 numbers, low below high");
  expect(random.normal(0, 0.01, [1]).toArray()).toEqual([0.004967141530112327]);
});
