import { ArgumentError, Generator, IndexError, manualSeed, randperm } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RandomSampler, SequentialSampler, SubsetRandomSampler, SubsetSampler } from "../src/index.ts";

const sorted = (indices: Iterable<number>) => [...indices].sort((a, b) => a - b);

describe("SequentialSampler", () => {
  it("counts from 0, each time it is looped over", () => {
    const sampler = new SequentialSampler(4);
    expect([...sampler]).toEqual([0, 1, 2, 3]);
    expect([...sampler]).toEqual([0, 1, 2, 3]);
    expect(sampler.length).toBe(4);
  });

  it.each([-1, 2.5, Number.NaN])("refuses %d samples", (length) => {
    expect(() => new SequentialSampler(length)).toThrow(ArgumentError);
  });
});

describe("RandomSampler", () => {
  it("gives every index exactly once for any length and seed", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(), (length, seed) => {
        expect(sorted(new RandomSampler(length, { seed }))).toEqual(Array.from({ length }, (_, i) => i));
      }),
    );
  });

  it("has a new order each epoch, and the same orders for the same seed", () => {
    const first = new RandomSampler(50, { seed: 3 });
    const second = new RandomSampler(50, { seed: 3 });
    const epochs = [[...first], [...first], [...first]];
    expect([[...second], [...second], [...second]]).toEqual(epochs);
    expect(epochs[1]).not.toEqual(epochs[0]);
    expect(epochs[2]).not.toEqual(epochs[1]);
    expect([...new RandomSampler(50, { seed: 4 })]).not.toEqual(epochs[0]);
  });

  it("has the orders of randperm and leaves the generator where randperm leaves it", () => {
    const generator = new Generator(11);
    const order = [...new RandomSampler(30, { generator })];
    const expected = new Generator(11);
    expect(order).toEqual(randperm(30, { generator: expected }).toArray());
    expect(generator.random()).toBe(expected.random());
  });

  it("draws from the default generator when it is given no other", () => {
    manualSeed(5);
    const order = [...new RandomSampler(20)];
    manualSeed(5);
    expect([...new RandomSampler(20)]).toEqual(order);
    expect([...new RandomSampler(20, { seed: 5 })]).toEqual(order);
  });

  it("draws the whole order before it gives the first index, so draws in between change nothing", () => {
    const generator = new Generator(1);
    const indices: number[] = [];
    for (const index of new RandomSampler(10, { generator })) {
      indices.push(index);
      generator.random();
    }
    expect(indices).toEqual([...new RandomSampler(10, { seed: 1 })]);
  });

  it("refuses a generator together with a seed", () => {
    expect(() => new RandomSampler(3, { generator: new Generator(), seed: 1 })).toThrow(ArgumentError);
  });

  it("refuses a length that is not a whole number", () => {
    expect(() => new RandomSampler(0.5)).toThrow("RandomSampler: expected how many samples there are");
  });
});

describe("SubsetSampler", () => {
  it("keeps the order of the indices and a copy of them", () => {
    const indices = [4, 0, 4];
    const sampler = new SubsetSampler(indices);
    indices[0] = 1;
    expect([...sampler]).toEqual([4, 0, 4]);
    expect(sampler.length).toBe(3);
  });

  it.each([-1, 1.5, 2 ** 31])("refuses the index %d", (index) => {
    expect(() => new SubsetSampler([0, index])).toThrow(IndexError);
  });
});

describe("SubsetRandomSampler", () => {
  it("gives each of its indices once, in a new order each epoch", () => {
    const indices = Array.from({ length: 40 }, (_, i) => 3 * i);
    const sampler = new SubsetRandomSampler(indices, { seed: 2 });
    const [first, second] = [[...sampler], [...sampler]];
    expect(sorted(first)).toEqual(indices);
    expect(sorted(second)).toEqual(indices);
    expect(second).not.toEqual(first);
    expect(sampler.length).toBe(40);
  });

  it("gives the same orders for the same seed", () => {
    const orders = (seed: number) => {
      const sampler = new SubsetRandomSampler([5, 6, 7, 8, 9], { seed });
      return [[...sampler], [...sampler]];
    };
    expect(orders(9)).toEqual(orders(9));
  });

  it("refuses indices below 0", () => {
    expect(() => new SubsetRandomSampler([-2])).toThrow(IndexError);
  });
});
