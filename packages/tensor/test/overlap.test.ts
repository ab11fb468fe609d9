import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Storage, Tensor, tensor } from "../src/index.ts";
import { checkDestination, sameElements, shareElements, shareStorage } from "../src/overlap/overlap.ts";

const STORAGE = new Storage("float64", 400);

/** Any view of up to three dimensions on one storage, also views whose own elements coincide. */
const views = fc
  .tuple(fc.nat(30), fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(12)), { minLength: 1, maxLength: 3 }))
  .map(([offset, dimensions]) => {
    const size = dimensions.map(([extent]) => extent);
    return new Tensor(
      STORAGE,
      offset,
      size,
      dimensions.map(([, stride]) => stride),
    );
  });

function positions(view: Tensor): number[] {
  let all = [view.storageOffset()];
  view.size().forEach((extent, d) => {
    all = all.flatMap((at) => Array.from({ length: extent }, (_, i) => at + i * view.stride(d)));
  });
  return all;
}

describe("overlap", () => {
  test("two views share elements when some position is in both", () => {
    fc.assert(
      fc.property(views, views, (a, b) => {
        const first = new Set(positions(a));
        expect(shareElements(a, b)).toBe(positions(b).some((at) => first.has(at)));
      }),
      { numRuns: 2000 },
    );
  });

  test("a destination is refused when two of its elements are one, and only then", () => {
    fc.assert(
      fc.property(views, (view) => {
        const all = positions(view);
        const check = () => checkDestination("fill", view);
        if (new Set(all).size === all.length) expect(check).not.toThrow();
        else expect(check).toThrow("fill: expected a destination whose elements are apart");
      }),
      { numRuns: 2000 },
    );
  });

  test("views that interleave do not overlap", () => {
    const x = new Tensor([100, 2]);
    expect(shareElements(x.select(1, 0), x.select(1, 1))).toBe(false);
    expect(shareElements(x.narrow(1, 0, 1), x.narrow(1, 1, 1))).toBe(false);
    expect(shareElements(x.narrow(0, 0, 50), x.narrow(0, 50, 50))).toBe(false);
    expect(shareElements(x.narrow(0, 0, 51), x.narrow(0, 50, 50))).toBe(true);
  });

  test("different storages on one buffer can overlap, different buffers never", () => {
    const buffer = new ArrayBuffer(64);
    const whole = new Tensor(new Storage("float64", new Float64Array(buffer)), 0, [8]);
    const half = new Tensor(new Storage("float64", new Float64Array(buffer, 32)), 0, [4]);
    const words = new Tensor(new Storage("int32", new Int32Array(buffer)), 0, [16]);
    expect(shareElements(whole, half)).toBe(true);
    expect(shareElements(whole.narrow(0, 0, 4), half)).toBe(false);
    expect(shareElements(words.narrow(0, 8, 8), half)).toBe(true);
    expect(shareElements(words.narrow(0, 0, 8), half)).toBe(false);
    expect(shareElements(whole, tensor(new Float64Array(8)))).toBe(false);
    const start = new Tensor(new Storage("float64", new Float64Array(buffer, 0, 4)), 0, [4]);
    expect(shareStorage(whole, half)).toBe(true);
    expect(shareStorage(start, half)).toBe(false);
    expect(shareStorage(words, start)).toBe(true);
  });

  test("a tensor is the same elements as itself seen again, and not as its transpose", () => {
    const x = new Tensor([3, 3]);
    expect(sameElements(x, x.view(3, 3))).toBe(true);
    expect(sameElements(x, x.t())).toBe(false);
  });
});

describe("a destination that overlaps its operand gives what it would give apart from it", () => {
  const square = () =>
    tensor([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);

  test("for a transpose", () => {
    const x = square();
    expect(x.add(x.t()).equal(square().add(square().t()))).toBe(true);
    x.copy(square());
    expect(x.copy(x.t()).equal(square().t().clone())).toBe(true);
    const y = square();
    expect(y.map(y.t(), (a, b) => a - b).equal(square().csub(square().t()))).toBe(true);
  });

  test("for a shifted part of one storage", () => {
    const x = tensor([1, 2, 3, 4, 5]);
    x.narrow(0, 1, 4).add(x.narrow(0, 0, 4));
    expect(x.toArray()).toEqual([1, 3, 5, 7, 9]);
    x.narrow(0, 1, 4).copy(x.narrow(0, 0, 4));
    expect(x.toArray()).toEqual([1, 1, 3, 5, 7]);
  });

  test("for an operand expanded from the destination", () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    x.cmul(x.narrow(0, 0, 1).expand(2, 2));
    expect(x.toArray()).toEqual([
      [1, 4],
      [3, 8],
    ]);
  });

  test("for a conversion inside one buffer", () => {
    const buffer = new ArrayBuffer(16);
    const words = new Tensor(new Storage("int32", new Int32Array(buffer)), 0, [2, 2]);
    words.copy(
      tensor(
        [
          [1, 2],
          [3, 4],
        ],
        { dtype: "int32" },
      ),
    );
    const floats = new Tensor(new Storage("float32", new Float32Array(buffer)), 0, [2, 2]);
    floats.copy(words.t());
    expect(floats.toArray()).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
});
