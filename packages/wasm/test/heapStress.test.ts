import { type DType, dtypes, plainBackend, Tensor, useBackend } from "@rushlight/tensor";
import { afterEach, expect, test } from "vitest";
import { Heap } from "../src/heap/Heap.ts";
import { collectUntil } from "./collect.ts";
import { engines } from "./engines.ts";

/** How long; `npm run stress` takes a minute for each engine. */
const seconds = Number(process.env.RUSHLIGHT_STRESS_SECONDS ?? "2");
const LIMIT = 2 ** 21;
const LIVE = 64;
const LARGEST = 40_000;

afterEach(() => {
  useBackend(plainBackend);
});

/** A tensor, or only a part of what it showed, with the number that all its elements have. */
interface Live {
  readonly value: number;
  elements(): ArrayLike<number>;
}

/** Numbers from 0 up to but not `end`, the same ones every time. */
class Numbers {
  private state = 1;

  next(end: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * end);
  }
}

function made(numbers: Numbers): Live {
  const dtype: DType = dtypes[numbers.next(dtypes.length)];
  const value = numbers.next(100);
  // Many small ones and a few large ones.
  const size = 1 + numbers.next(numbers.next(8) === 0 ? LARGEST : 300);
  const tensor = new Tensor([size], { dtype, resident: true }).fill(value);
  const kind = numbers.next(4);
  if (kind === 0) tensor.resize(size + numbers.next(2 * size)).fill(value);
  if (kind === 1) {
    const part = tensor.data.subarray(size >> 2);
    return { value, elements: () => part };
  }
  if (kind === 2) {
    const view = tensor.narrow(0, size >> 1, size - (size >> 1));
    return { value, elements: () => view.storage().data.subarray(view.storageOffset()) };
  }
  return { value, elements: () => tensor.data };
}

function intact({ value, elements }: Live): boolean {
  const seen = elements();
  for (let i = 0; i < seen.length; i++) if (seen[i] !== value) return false;
  return seen.length > 0;
}

test.each(engines().filter(([name]) => name.startsWith("simd")))(
  "a heap under a small limit keeps what is in use, frees the rest and ends where it began (%s)",
  async (_name, engine) => {
    const heap = new Heap(engine, LIMIT);
    useBackend({ ...plainBackend, memory: heap });
    const numbers = new Numbers();
    const live: (Live | undefined)[] = new Array<undefined>(LIVE).fill(undefined);
    const end = performance.now() + 1000 * seconds;
    let rounds = 0;
    let broken = 0;
    for (; performance.now() < end; rounds++) {
      const place = numbers.next(LIVE);
      const old = live[place];
      if (old !== undefined && !intact(old)) broken += 1;
      live[place] = numbers.next(3) === 0 ? undefined : made(numbers);
      // Blocks are freed between turns of the event loop.
      if (rounds % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
    }
    broken += live.filter((each) => each !== undefined && !intact(each)).length;
    live.fill(undefined);
    await collectUntil(heap, 0);
    expect(rounds).toBeGreaterThan(1000);
    expect(broken).toBe(0);
    const { used, size, blocks, freeRanges, refused } = heap.stats();
    expect([used, blocks, freeRanges]).toEqual([0, 0, 1]);
    expect(size).toBeLessThanOrEqual(LIMIT);
    expect(refused).toBeGreaterThan(0);
    expect(heap.allocate("uint8", size)).toBeDefined();
  },
  1000 * seconds + 30_000,
);
