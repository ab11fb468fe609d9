import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Allocator } from "../src/heap/Allocator.ts";

describe("the allocator", () => {
  test("never gives two blocks that overlap, and has all back as one range in the end", () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 5000 }), fc.nat()), { maxLength: 300 });
    fc.assert(
      fc.property(steps, (list) => {
        const allocator = new Allocator();
        allocator.add(64, 100_032);
        const blocks = new Map<number, number>();
        for (const [takes, bytes, which] of list) {
          if (takes) {
            const start = allocator.allocate(bytes);
            if (start === undefined) {
              expect(allocator.largestFree).toBeLessThan(bytes * 1.25 + 64);
              continue;
            }
            expect(start % 64).toBe(0);
            expect(start >= 64 && start + bytes <= 100_096).toBe(true);
            for (const [other, size] of blocks) expect(start + bytes <= other || other + size <= start).toBe(true);
            blocks.set(start, bytes);
          } else if (blocks.size > 0) {
            const address = [...blocks.keys()][which % blocks.size];
            allocator.deallocate(address);
            blocks.delete(address);
          }
          expect(allocator.blockCount).toBe(blocks.size);
        }
        for (const address of blocks.keys()) allocator.deallocate(address);
        expect(allocator.used).toBe(0);
        expect(allocator.rangeCount).toBe(1);
        expect(allocator.largestFree).toBe(100_032);
      }),
      { numRuns: 200 },
    );
  });

  test("joins ranges that it is given one behind the other", () => {
    const allocator = new Allocator();
    allocator.add(0, 640);
    allocator.add(640, 640);
    expect(allocator.rangeCount).toBe(1);
    expect(allocator.allocate(1280)).toBe(0);
    expect(allocator.allocate(1)).toBeUndefined();
  });

  test("refuses to take back what is no block", () => {
    const allocator = new Allocator();
    allocator.add(0, 640);
    expect(() => allocator.deallocate(64)).toThrow("expected the address of a block, got 64");
    const block = allocator.allocate(1) ?? -1;
    allocator.deallocate(block);
    expect(() => allocator.deallocate(block)).toThrow(RangeError);
  });

  test("wastes little in a mix of sizes that come and go", () => {
    const allocator = new Allocator();
    allocator.add(0, 64 * 2 ** 20);
    const blocks: number[] = [];
    let seed = 1;
    const random = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let i = 0; i < 50_000; i++) {
      // Half of the memory stays in use.
      while (allocator.used > 32 * 2 ** 20) {
        const [address] = blocks.splice(Math.floor(random() * blocks.length), 1);
        allocator.deallocate(address);
      }
      const address = allocator.allocate(Math.ceil(2 ** (6 + 14 * random())));
      expect(address).toBeDefined();
      if (address !== undefined) blocks.push(address);
    }
    expect(allocator.largestFree).toBeGreaterThan(2 ** 20);
  });
});
