import fc from "fast-check";
import { expect, test } from "vitest";
import { ArgumentError, IndexError, type Part, ShapeError, Storage, Tensor } from "../src/index.ts";

/**
 * What a view shows, by rules of its own: nested arrays of the positions that its elements have in the base. Nothing here
 * knows of strides.
 */
class Model {
  readonly size: readonly number[];
  private readonly positions: readonly number[];

  constructor(size: readonly number[], positions: readonly number[]) {
    this.size = size;
    this.positions = positions;
  }

  static base(size: readonly number[]): Model {
    return new Model(
      size,
      indicesOf(size).map((_, i) => i),
    );
  }

  /** The model of another size whose element at some indices is this one's element at others. */
  seen(size: readonly number[], from: (indices: readonly number[]) => readonly number[]): Model {
    return new Model(
      size,
      indicesOf(size).map((indices) => this.at(from(indices))),
    );
  }

  /** The same elements in the same order under another size. */
  reordered(size: readonly number[]): Model {
    return new Model(size, this.positions);
  }

  flat(): readonly number[] {
    return this.positions;
  }

  private at(indices: readonly number[]): number {
    return this.positions[indices.reduce((before, i, d) => before * this.size[d] + i, 0)];
  }
}

/** All indices of a size, in row-major order. */
function indicesOf(size: readonly number[]): number[][] {
  return size.reduce<number[][]>(
    (all, extent) => all.flatMap((indices) => Array.from({ length: extent }, (_, i) => [...indices, i])),
    [[]],
  );
}

const replaced = (list: readonly number[], d: number, value: number) => list.map((old, at) => (at === d ? value : old));
const without = (list: readonly number[], d: number) => list.filter((_, at) => at !== d);
const inserted = (list: readonly number[], d: number, value: number) => [...list.slice(0, d), value, ...list.slice(d)];

/** A view and what it should show. */
interface Pair {
  readonly view: Tensor;
  readonly model: Model;
}

/** Three numbers that a step turns into arguments that fit. */
type Draws = readonly [number, number, number];

const steps: readonly ((pair: Pair, draws: Draws) => Pair)[] = [
  function narrow({ view, model }, [a, b, c]) {
    const d = a % view.dim();
    const first = b % view.size(d);
    const length = 1 + (c % (view.size(d) - first));
    return {
      view: view.narrow(d, first, length),
      model: model.seen(replaced(model.size, d, length), (at) => replaced(at, d, at[d] + first)),
    };
  },
  function select({ view, model }, [a, b]) {
    if (view.dim() === 1) return { view, model };
    const d = a % view.dim();
    const i = b % view.size(d);
    return {
      view: view.select(d - view.dim(), i - view.size(d)),
      model: model.seen(without(model.size, d), (at) => inserted(at, d, i)),
    };
  },
  function slice({ view, model }, [a, b, c]) {
    const ranges = model.size.map((extent, d) => {
      const from = (a + d) % extent;
      const to = from + 1 + (b % (extent - from));
      const step = 1 + ((c + d) % 3);
      return { from, to, step, count: Math.ceil((to - from) / step) };
    });
    const parts: Part[] = ranges.map(({ from, to, step }, d) => {
      const extent = model.size[d];
      return [from - extent, to === extent ? undefined : to - extent, step];
    });
    return {
      view: view.slice(...parts),
      model: model.seen(
        ranges.map(({ count }) => count),
        (at) => at.map((i, d) => ranges[d].from + i * ranges[d].step),
      ),
    };
  },
  function mixedSlice({ view, model }, [a]) {
    if (view.dim() < 2) return { view, model };
    const i = a % view.size(1);
    return {
      view: view.slice(null, i),
      model: model.seen(without(model.size, 1), (at) => inserted(at, 1, i)),
    };
  },
  function transpose({ view, model }, [a, b]) {
    const [d, e] = [a % view.dim(), b % view.dim()];
    const swapped = (list: readonly number[]) => replaced(replaced(list, d, list[e]), e, list[d]);
    return { view: view.transpose(d, e), model: model.seen(swapped(model.size), swapped) };
  },
  function t({ view, model }) {
    if (view.dim() !== 2) return { view, model };
    return { view: view.t(), model: model.seen([model.size[1], model.size[0]], ([i, j]) => [j, i]) };
  },
  function permute({ view, model }, [a]) {
    const order = model.size.map((_, d) => (d + a) % view.dim()).reverse();
    return {
      view: view.permute(order),
      model: model.seen(
        order.map((d) => model.size[d]),
        (at) => model.size.map((_, d) => at[order.indexOf(d)]),
      ),
    };
  },
  function viewAnew({ view, model }, [a]) {
    const count = view.nElement();
    const divisor = [4, 3, 2, 1].find((n) => n <= 1 + (a % 4) && count % n === 0) ?? 1;
    const size = [divisor, count / divisor];
    if (view.isContiguous()) return { view: view.view(divisor, -1), model: model.reordered(size) };
    expect(() => view.view(size)).toThrow(ShapeError);
    return { view, model };
  },
  function squeeze({ view, model }, [a]) {
    const d = a % view.dim();
    if (view.size(d) > 1 || view.dim() === 1) return { view: view.squeeze(d), model };
    return { view: view.squeeze(d), model: model.seen(without(model.size, d), (at) => inserted(at, d, 0)) };
  },
  function squeezeAll({ view, model }) {
    const kept = model.size.filter((extent) => extent > 1);
    return { view: view.squeeze(), model: model.reordered(kept.length === 0 ? [1] : kept) };
  },
  function unsqueeze({ view, model }, [a]) {
    if (view.dim() > 4) return { view, model };
    const d = a % (view.dim() + 1);
    return { view: view.unsqueeze(d), model: model.seen(inserted(model.size, d, 1), (at) => without(at, d)) };
  },
  function expand({ view, model }, [a]) {
    const size = model.size.map((extent) => (extent === 1 ? 1 + (a % 3) : extent));
    if (size.reduce((x, y) => x * y) > 500) return { view, model };
    return {
      view: view.expand(size),
      model: model.seen(size, (at) => at.map((i, d) => (model.size[d] === 1 ? 0 : i))),
    };
  },
  function unfold({ view, model }, [a, b, c]) {
    if (view.dim() > 4) return { view, model };
    const d = a % view.dim();
    const length = 1 + (b % view.size(d));
    const step = 1 + (c % 3);
    const windows = Math.floor((view.size(d) - length) / step) + 1;
    return {
      view: view.unfold(d, length, step),
      model: model.seen([...replaced(model.size, d, windows), length], (at) =>
        replaced(at.slice(0, -1), d, at[d] * step + at[at.length - 1]),
      ),
    };
  },
  function split({ view, model }, [a, b, c]) {
    const d = a % view.dim();
    return piece({ view, model }, d, 1 + (b % (view.size(d) + 1)), view.split(1 + (b % (view.size(d) + 1)), d), c);
  },
  function chunk({ view, model }, [a, b, c]) {
    const d = a % view.dim();
    const count = 1 + (b % 5);
    return piece({ view, model }, d, Math.ceil(view.size(d) / count), view.chunk(count, d), c);
  },
  function slices({ view, model }, [a, b]) {
    if (view.dim() === 1) return { view, model };
    const d = a % view.dim();
    const i = b % view.size(d);
    const all = [...view.slices(d)];
    expect(all).toHaveLength(view.size(d));
    return { view: all[i], model: model.seen(without(model.size, d), (at) => inserted(at, d, i)) };
  },
];

/** One of the pieces of `length` that a dimension was cut into. */
function piece({ view, model }: Pair, d: number, length: number, pieces: readonly Tensor[], chosen: number): Pair {
  expect(pieces).toHaveLength(Math.ceil(view.size(d) / length));
  const i = chosen % pieces.length;
  const first = i * length;
  return {
    view: pieces[i],
    model: model.seen(replaced(model.size, d, Math.min(length, model.size[d] - first)), (at) =>
      replaced(at, d, at[d] + first),
    ),
  };
}

const BEFORE = 3;
const AFTER = 5;

/** A dense tensor whose elements are their positions, in a storage with other elements around it. */
function baseOf(size: readonly number[]): { readonly storage: Storage<"float64">; readonly base: Tensor<"float64"> } {
  const count = size.reduce((a, b) => a * b);
  const storage = new Storage("float64", BEFORE + count + AFTER);
  storage.data.fill(-1);
  for (let i = 0; i < count; i++) storage.data[BEFORE + i] = i;
  return { storage, base: new Tensor(storage, BEFORE, size) };
}

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
const chains = fc.array(fc.tuple(fc.nat(steps.length - 1), fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60))), {
  minLength: 1,
  maxLength: 6,
});

function follow(base: Tensor, size: readonly number[], chain: readonly (readonly [number, Draws])[]): Pair {
  return chain.reduce<Pair>((pair, [kind, draws]) => steps[kind](pair, draws), { view: base, model: Model.base(size) });
}

test("any chain of views shows what the rules of its views say", () => {
  fc.assert(
    fc.property(sizes, chains, (size, chain) => {
      const { view, model } = follow(baseOf(size).base, size, chain);
      expect(view.size()).toEqual(model.size);
      expect([...view.values()]).toEqual(model.flat());
      expect([...view.clone().data]).toEqual(model.flat());
      for (const [i, indices] of indicesOf(model.size).entries()) {
        if (view.get(...indices) !== model.flat()[i])
          expect(view.get(...indices), String(indices)).toBe(model.flat()[i]);
      }
    }),
    { numRuns: 400 },
  );
});

test("writing through any chain of views changes the elements it shows, and no other", () => {
  fc.assert(
    fc.property(sizes, chains, (size, chain) => {
      const { storage, base } = baseOf(size);
      const { view, model } = follow(base, size, chain);
      const expected = [...storage.data];
      const values = model.flat().map((_, i) => 1000 + i);
      const source = new Tensor(model.size, { dtype: "float64" });
      source.data.set(values);
      if (new Set(model.flat()).size === model.flat().length) {
        model.flat().forEach((position, i) => {
          expected[BEFORE + position] = values[i];
        });
        view.copy(source);
      } else {
        expect(() => view.copy(source)).toThrow(ShapeError);
      }
      expect([...storage.data]).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

test("no arguments make a view that reaches outside its base", () => {
  const wild = fc.oneof(
    fc.integer({ min: -6, max: 6 }),
    fc.constantFrom(0.5, -1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 31, 2 ** 53),
  );
  const part = fc.oneof(wild, fc.constant(null), fc.tuple(wild), fc.tuple(wild, wild), fc.tuple(wild, wild, wild));
  fc.assert(
    fc.property(sizes, chains, wild, wild, wild, fc.array(part, { maxLength: 4 }), (size, chain, a, b, c, parts) => {
      const { storage, base } = baseOf(size);
      const before = [...storage.data];
      const { view } = follow(base, size, chain);
      const shown = new Set(view.values());
      const attempts: readonly (() => Tensor | Iterable<Tensor>)[] = [
        () => view.narrow(a, b, c),
        () => view.select(a, b),
        () => view.transpose(a, b),
        () => view.permute(a, b, c),
        () => view.view(a, b),
        () => view.expand(a, b, c),
        () => view.squeeze(a),
        () => view.unsqueeze(a),
        () => view.unfold(a, b, c),
        () => view.split(a, b),
        () => view.chunk(a, b),
        () => view.slices(a),
        () => view.slice(...parts),
      ];
      for (const attempt of attempts) {
        for (const part of partsOf(attempt)) {
          // Sizes so large that only an expanded tensor can have them.
          if (part.nElement() > 10_000) continue;
          for (const value of part.values()) if (!shown.has(value)) expect(shown).toContain(value);
        }
      }
      expect([...storage.data]).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

/** The views that an attempt gives, or none when it is refused. */
function partsOf(attempt: () => Tensor | Iterable<Tensor>): readonly Tensor[] {
  try {
    const result = attempt();
    return result instanceof Tensor ? [result] : [...result];
  } catch (error) {
    const refused = error instanceof IndexError || error instanceof ShapeError || error instanceof ArgumentError;
    if (!refused) throw error;
    return [];
  }
}
