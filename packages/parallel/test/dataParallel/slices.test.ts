import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runLanes } from "../../src/dataParallel/runLanes.ts";
import { slicesOf } from "../../src/dataParallel/slicesOf.ts";

describe("Slices of a batch", () => {
  test("hold every sample once, in order, as evenly as can be", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 40 }), (samples, count) => {
        const slices = slicesOf(samples, count);
        expect(slices).toHaveLength(Math.min(samples, count));
        let end = 0;
        for (const { start, length } of slices) {
          expect(start).toBe(end);
          end += length;
        }
        expect(end).toBe(samples);
        const lengths = slices.map(({ length }) => length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe("Lanes", () => {
  test("take pieces until there are none, and wait for what has begun when one fails", async () => {
    const done: number[] = [];
    let next = 0;
    const work = (failing: number) => async (): Promise<boolean> => {
      const piece = next++;
      if (piece >= 10) return false;
      await new Promise((resolve) => setTimeout(resolve, piece === failing ? 0 : 5));
      if (piece === failing) throw new Error(`piece ${piece}`);
      done.push(piece);
      return true;
    };
    await runLanes(3, undefined, work(-1));
    expect(done.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    done.length = 0;
    next = 0;
    await expect(runLanes(3, undefined, work(1))).rejects.toThrow("piece 1");
    expect(done).toEqual([0, 2]);
  });

  test("take nothing once the signal is aborted", async () => {
    const controller = new AbortController();
    let taken = 0;
    const run = runLanes(2, controller.signal, async () => {
      taken += 1;
      controller.abort("enough");
      return Promise.resolve(true);
    });
    await expect(run).rejects.toBe("enough");
    expect(taken).toBe(1);
    await expect(runLanes(2, controller.signal, () => Promise.resolve(++taken > 0))).rejects.toBe("enough");
    expect(taken).toBe(1);
  });
});
