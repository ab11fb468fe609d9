import fc from "fast-check";
import { expect, test } from "vitest";
import { Generator, mm, Storage, Tensor, tensor } from "../src/index.ts";

/** A random view on a random base: chains of narrow, select, transpose, unsqueeze and expand. */
const views = fc
  .record({
    size: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    steps: fc.array(fc.tuple(fc.nat(4), fc.nat(), fc.nat()), { maxLength: 5 }),
    seed: fc.nat(1000),
  })
  .map(({ size, steps, seed }) => {
    const generator = new Generator(seed);
    let view = new Tensor(size, { dtype: "float64" }).normal(0, 1, { generator });
    for (const [kind, a, b] of steps) {
      const d = a % view.dim();
      const extent = view.size(d);
      if (kind === 0) view = view.narrow(d, b % extent, 1 + (a % (extent - (b % extent))));
      else if (kind === 1 && view.dim() > 1) view = view.select(d, b % extent);
      else if (kind === 2) view = view.transpose(d, b % view.dim());
      else if (kind === 3) view = view.unsqueeze(a % (view.dim() + 1));
      else if (extent === 1) view = view.expand(view.size().map((n, at) => (at === d ? 1 + (b % 3) : n)));
    }
    return view;
  });

const close = (actual: Tensor, expected: Tensor) => expect(actual.clone().csub(expected).norm()).toBeLessThan(1e-12);

test("any chain of views reads what its elements one by one read", () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(tensor(view.toArray(), { dtype: "float64" }).equal(view.clone())).toBe(true);
      expect([...view.values()]).toEqual([...view.clone().data]);
    }),
  );
});

test("in-place arithmetic on a view equals that on its copy, and leaves all around it alone", () => {
  fc.assert(
    fc.property(views, fc.double({ min: -2, max: 2, noNaN: true }), (view, scale) => {
      fc.pre(view.stride().every((stride, d) => stride > 0 || view.size(d) === 1));
      const guarded = new Storage("float64", view.storage().size + 2);
      guarded.data.set(view.storage().data, 1);
      const inside = new Tensor(guarded, view.storageOffset() + 1, view.size(), view.stride());
      const outside = [...guarded.data];
      const copy = view.clone();
      const other = copy.clone().mul(0.5).add(1);
      close(inside.add(scale, other).cmul(other).tanh(), copy.add(scale, other).cmul(other).tanh());
      inside.fill(0);
      const touched = new Set<number>();
      inside.apply(() => 1);
      for (let i = 0; i < guarded.size; i++) if (guarded.data[i] === 1 && outside[i] !== 1) touched.add(i);
      for (let i = 0; i < guarded.size; i++) {
        if (!touched.has(i)) expect(guarded.data[i]).toBe(outside[i]);
      }
      expect(touched.size).toBe(view.nElement());
    }),
  );
});

test("reductions of a view equal those of its copy", () => {
  fc.assert(
    fc.property(views, fc.nat(), (view, a) => {
      const copy = view.clone();
      const d = a % view.dim();
      expect(view.sum()).toBeCloseTo(copy.sum(), 10);
      expect(view.max()).toBe(copy.max());
      close(view.sum(d), copy.sum(d));
      expect(view.min(d)[1].equal(copy.min(d)[1])).toBe(true);
    }),
  );
});

test("matrix products of any views equal sums of products", () => {
  const extent = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(extent, extent, extent, fc.nat(2), fc.nat(2), fc.nat(2), (m, k, n, shapeA, shapeB, shapeC) => {
      const generator = new Generator(m * 100 + k * 10 + n);
      const matrix = (rows: number, columns: number, shape: number): Tensor<"float64"> => {
        const base = new Tensor([rows * 2, columns * 2], { dtype: "float64" }).normal(0, 1, { generator });
        if (shape === 0) return base.narrow(0, 1, rows).narrow(1, 0, columns);
        if (shape === 1)
          return base
            .view(columns * 2, rows * 2)
            .narrow(0, 1, columns)
            .narrow(1, 0, rows)
            .t();
        return base.view(rows, 2, columns, 2).select(3, 1).select(1, 0);
      };
      const [a, b, c] = [matrix(m, k, shapeA), matrix(k, n, shapeB), matrix(m, n, shapeC)];
      const expected = c.clone().mul(0.5);
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          let sum = expected.get(i, j);
          for (let p = 0; p < k; p++) sum += 2 * a.get(i, p) * b.get(p, j);
          expected.put([i, j], sum);
        }
      }
      close(c.addmm(0.5, 2, a, b), expected);
      close(mm(a, b), mm(b.t(), a.t()).t());
    }),
  );
});
