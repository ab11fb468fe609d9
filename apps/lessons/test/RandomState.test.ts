import type { Tensor } from "@rushlight/tensor";
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

test.each([
  [
    0,
    [1.764052345967664, 0.4001572083672233, 0.9787379841057392],
    [-327900151, 530702035, 626610453],
    [9.481786398402916, 1.9660345309503127],
    [0, 0, 0, 0, 1],
    [-0.8662762106588813, -2.425954570012938, -0.453055801927052, -0.4707710044024339],
  ],
  [
    1,
    [1.6243453636632417, -0.6117564136500754, -0.5281717522634557],
    [-443380346, 1870626073, 166716594],
    [2.854062755687659, 4.070627353156549],
    [0, 1, 0, 0, 0],
    [0.8618271173525265, -0.08810408508333775, 0.8522393222049425, 0.6772340060819638],
  ],
  [
    2 ** 31,
    [0.3184761273282464, -0.34575349241475667, 0.2255674496017024],
    [-677926862, -316276866, -894247618],
    [8.026060971924283, 4.751701911819457],
    [1, 0, 0, 1, 0],
    [-0.05305064852951972, -0.3901983510309856, -0.07846873450826623, -1.5456512006480807],
  ],
  [
    123456789,
    [2.2129019979039612, 2.128397797652002, 1.8417114045748335],
    [-1043681542, 1313641700, 1085310799],
    [5.164764959028123, 4.902750602961414],
    [0, 0, 0, 1, 1],
    [0.7888293876666966, -2.195196502545426, -0.12932626850088377, -0.3902029171874534],
  ],
])("the stream of seed %s is NumPy's, normal and whole numbers in turn", (seed, first, words, pair, bits, square) => {
  const random = new RandomState(seed);
  const expectClose = (numbers: Tensor, expected: number[]): void => {
    for (const [i, number] of [...numbers.values()].entries()) {
      expect(Math.abs(number / expected[i] - 1)).toBeLessThan(5e-16);
    }
  };
  expectClose(random.normal(0, 1, [3]), first);
  expect(random.randint(-(2 ** 31), 2 ** 31 - 1, 3).toArray()).toEqual(words);
  expectClose(random.normal(5, 2, [2]), pair);
  expect(random.randint(0, 2, 5).toArray()).toEqual(bits);
  random.randint(0, 2 ** 16, 3);
  expectClose(random.normal(0, 1, [2, 2]), square);
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
