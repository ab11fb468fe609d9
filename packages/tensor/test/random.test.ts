import { expect, test } from "vitest";
import {
  AliasTable,
  defaultGenerator,
  dtypes,
  Generator,
  initialSeed,
  manualSeed,
  multinomial,
  multinomialAlias,
  multinomialAliasSetup,
  rand,
  randn,
  randperm,
  Tensor,
  tensor,
  zeros,
} from "../src/index.ts";

// Computed by Torch7; the last digits of sines and logarithms may differ from one C library to another.
const golden = [
  {
    seed: 0,
    random: [2357136044, 2546248239, 3071714933, 3626093760],
    uniform: [0.548813502304256, 0.5928446163889021, 0.715189364971593],
    normal: [-1.2780081289048213, -0.4047418923475549, -0.4184550559608329, -1.882579026306772],
  },
  {
    seed: 1,
    random: [1791095845, 4282876139, 3093770124, 4005303368],
    uniform: [0.4170219984371215, 0.99718480813317, 0.720324489288032],
    normal: [-2.9718290309304063, 1.7069510634116105, -0.430498971038916, -2.282022417030148],
  },
  {
    seed: 123,
    random: [2991312382, 3062119789, 1228959102, 1840268610],
    uniform: [0.6964691872708499, 0.7129553214181215, 0.2861393387429416],
    normal: [-0.5214430627124417, -1.491419435981541, -0.23812953316813365, 1.0306183433272835],
  },
  {
    seed: 1234,
    random: [822569775, 2137449171, 2671936806, 3512589365],
    uniform: [0.19151945016346872, 0.49766366626136005, 0.6221087663434446],
    normal: [0.42153786471472626, 1.0951148893249112, -1.3284263581284623, -1.2810175751687043],
  },
];

test.each(golden)(
  "seed $seed gives Torch7's words, uniform and normal numbers",
  ({ seed, random, uniform, normal }) => {
    const generator = new Generator(seed);
    expect(random.map(() => generator.random())).toEqual(random);
    generator.manualSeed(seed);
    expect(uniform.map(() => generator.uniform())).toEqual(uniform);
    generator.manualSeed(seed);
    for (const value of normal) expect(generator.normal() / value).toBeCloseTo(1, 14);
  },
);

test("seed 123 gives Torch7's other distributions", () => {
  const generator = new Generator(123);
  const five = (draw: () => number, count: number) => {
    generator.manualSeed(123);
    return Array.from({ length: count }, draw);
  };
  expect(five(() => generator.exponential(1), 2)).toEqual([1.1922721489928634, 1.2481174008372147]);
  const cauchy = five(() => generator.cauchy(), 2);
  expect(cauchy[0]).toBeCloseTo(0.709729693025559, 14);
  expect(cauchy[1]).toBeCloseTo(0.7906584673427741, 14);
  expect(five(() => generator.geometric(0.3), 6)).toEqual([1, 2, 1, 1, 1, 1]);
  expect(five(() => generator.bernoulli(), 8)).toEqual([0, 0, 1, 1, 1, 0, 0, 0]);
  expect(five(() => generator.random(1, 10), 6)).toEqual([3, 10, 3, 1, 1, 3]);
  expect(five(() => generator.random(10), 6)).toEqual([2, 9, 2, 0, 0, 2]);
  const [logNormal] = five(() => generator.logNormal(0, 1), 1);
  expect(logNormal).toBeCloseTo(Math.exp(-0.5214430627124417), 14);
  manualSeed(123);
  expect([...randperm(8).data]).toEqual([6, 2, 1, 3, 4, 7, 0, 5]);
});

test("the default generator is seeded by manualSeed, which forgets half a normal pair", () => {
  manualSeed(9);
  const first = randn(3).toArray();
  manualSeed(9);
  expect(randn(3).toArray()).toEqual(first);
  expect(initialSeed()).toBe(9);
});

test("a normal pair spans tensors", () => {
  manualSeed(9);
  const whole = randn([4], { dtype: "float64" }).toArray();
  manualSeed(9);
  const parts = [randn([1], { dtype: "float64" }), randn([3], { dtype: "float64" })];
  expect(parts.flatMap((part) => [...part.values()])).toEqual(whole);
});

test("a saved state goes on where it was saved, in the middle of a pair too", () => {
  const generator = new Generator(7);
  generator.normal();
  const state = structuredClone(generator.getState());
  const expected = [generator.normal(), generator.normal(), generator.uniform()];
  const other = new Generator(1).setState(state);
  expect([other.normal(), other.normal(), other.uniform()]).toEqual(expected);
  expect(other.initialSeed()).toBe(7);
});

test("a state that is none changes nothing", () => {
  const generator = new Generator(3);
  const state = generator.getState();
  for (const twister of [
    { words: new Uint32Array(700), used: 3 },
    { words: state.twister.words, used: 625 },
  ]) {
    expect(() => generator.setState({ ...state, initialSeed: 9, twister })).toThrow("setState: expected 624 words");
  }
  expect(generator.getState()).toEqual(state);
});

test("a state with parts missing or broken is refused, and nothing is changed", () => {
  const generator = new Generator(3);
  generator.normal();
  const state = generator.getState();
  // @ts-expect-error: nothing
  expect(() => generator.setState(null)).toThrow("setState: expected what getState gave, got null");
  // @ts-expect-error: no seed
  expect(() => generator.setState({})).toThrow("expected a seed");
  // @ts-expect-error: no words
  expect(() => generator.setState({ ...state, twister: undefined })).toThrow(
    "setState: expected words in a Uint32Array",
  );
  const words = new Uint32Array(624);
  expect(() => generator.setState({ ...state, twister: { words, used: 0 } })).toThrow(
    "expected words that are not all 0",
  );
  for (const pendingNormal of [{ radius: Number.NaN, angle: 0 }, {}, undefined]) {
    // @ts-expect-error: half of a half
    expect(() => generator.setState({ ...state, pendingNormal })).toThrow("setState: expected half a normal pair");
  }
  expect(generator.getState()).toEqual(state);
});

test("tensor fills draw in row-major order whatever the strides", () => {
  manualSeed(4);
  const plain = rand(2, 3).toArray();
  manualSeed(4);
  expect(zeros(3, 2).t().uniform().toArray()).toEqual(plain);
});

test("tensor fills take the generator's ranges", () => {
  const options = { generator: new Generator(3) };
  expect(zeros(500).uniform(2, 3, options).min()).toBeGreaterThanOrEqual(2);
  const dice = zeros([500], { dtype: "int32" }).random(1, 6, options);
  expect([dice.min(), dice.max()]).toEqual([1, 6]);
  const below = zeros([500], { dtype: "uint8" }).random(4, options);
  expect([below.min(), below.max()]).toEqual([0, 3]);
  manualSeed(5);
  expect(zeros([500], { dtype: "uint8" }).random().max()).toBeGreaterThan(200);
  expect(zeros(2000).bernoulli(0.25, options).mean()).toBeCloseTo(0.25, 1);
  expect(zeros(2000).normal(5, 0.1, options).mean()).toBeCloseTo(5, 1);
});

test("arguments that make no sense are named", () => {
  const generator = defaultGenerator();
  expect(() => generator.normal(0, 0)).toThrow("normal: expected a standard deviation above 0, got 0");
  expect(() => generator.bernoulli(1.5)).toThrow("got 1.5");
  expect(() => generator.geometric(1)).toThrow("got 1");
  expect(() => generator.exponential(-1)).toThrow("exponential: expected a rate above 0, got -1");
  expect(() => generator.random(0)).toThrow("got 0");
  expect(() => generator.random(3, 1)).toThrow("got 3 to 1");
  expect(() => new Generator(-1)).toThrow("got -1");
  expect(() => manualSeed(1.5)).toThrow("got 1.5");
  expect(() => zeros(2).normal(0, -1)).toThrow("got -1");
  expect(() => zeros(2).bernoulli(-1)).toThrow("got -1");
  expect(() => zeros(2).random(5, 1)).toThrow("got 5 to 1");
});

/** The numbers that draws from a generator with a seed give one after the other. */
function drawn(seed: number, count: number, draw: (generator: Generator) => number): number[] {
  const generator = new Generator(seed);
  return Array.from({ length: count }, () => draw(generator));
}

test("every fill draws what the generator draws, whatever the strides", () => {
  const fills: readonly [(x: Tensor, generator: Generator) => Tensor, (generator: Generator) => number][] = [
    [(x, generator) => x.uniform(-2, 3, { generator }), (generator) => generator.uniform(-2, 3)],
    [(x, generator) => x.normal(1, 2, { generator }), (generator) => generator.normal(1, 2)],
    [(x, generator) => x.exponential(1.5, { generator }), (generator) => generator.exponential(1.5)],
    [(x, generator) => x.cauchy(1, 0.5, { generator }), (generator) => generator.cauchy(1, 0.5)],
    [(x, generator) => x.logNormal(1, 0.5, { generator }), (generator) => generator.logNormal(1, 0.5)],
    [(x, generator) => x.geometric(0.3, { generator }), (generator) => generator.geometric(0.3)],
    [(x, generator) => x.bernoulli(0.3, { generator }), (generator) => generator.bernoulli(0.3)],
    [(x, generator) => x.random({ generator }), (generator) => generator.random()],
    [(x, generator) => x.random(9, { generator }), (generator) => generator.random(9)],
  ];
  for (const [fill, draw] of fills) {
    const strided = zeros([3, 2], { dtype: "float64" }).t();
    expect([...fill(strided, new Generator(11)).values()]).toEqual(drawn(11, 6, draw));
  }
});

test("long fills draw on where short ones would end", () => {
  const expected = drawn(11, 2500, (generator) => generator.normal());
  const dense = zeros([2500], { dtype: "float64" }).normal(0, 1, { generator: new Generator(11) });
  expect([...dense.values()]).toEqual(expected);
  const spread = zeros([2500, 2], { dtype: "float64" }).select(1, 1);
  expect([...spread.normal(0, 1, { generator: new Generator(11) }).values()]).toEqual(expected);
  const p = rand([2500, 2], { dtype: "float64" }).select(1, 0);
  const own = new Generator(11);
  const masks = [...p.values()].map((probability) => own.bernoulli(probability));
  expect([
    ...zeros(2500)
      .bernoulli(p, { generator: new Generator(11) })
      .values(),
  ]).toEqual(masks);
});

test("arguments are rounded to the dtype before they count, probabilities are not", () => {
  const generator = new Generator(1);
  const rounded = Math.fround(0.1);
  expect(zeros(4).exponential(0.1, { generator }).toArray()).toEqual(
    drawn(1, 4, (own) => Math.fround(own.exponential(rounded))),
  );
  generator.manualSeed(1);
  expect(zeros(4).cauchy(0.1, 0.3, { generator }).toArray()).toEqual(
    drawn(1, 4, (own) => Math.fround(own.cauchy(rounded, Math.fround(0.3)))),
  );
  generator.manualSeed(1);
  expect(zeros(4).logNormal(0.1, 0.1, { generator }).toArray()).toEqual(
    drawn(1, 4, (own) => Math.fround(own.logNormal(rounded, rounded))),
  );
  // Between the float32 number below p and p itself.
  const p = 2 ** -32;
  generator.manualSeed(1);
  expect(
    zeros(4)
      .geometric(1 - p, { generator })
      .toArray(),
  ).toEqual(drawn(1, 4, (own) => Math.fround(own.geometric(1 - p))));
});

test("integer tensors take whole numbers alone", () => {
  for (const dtype of dtypes) {
    const x = zeros([50], { dtype });
    expect(x.geometric(0.1).min()).toBeGreaterThanOrEqual(1);
    expect(x.bernoulli(0.5).max()).toBe(1);
  }
  const x = zeros([2], { dtype: "int32" }).fill(7);
  const state = defaultGenerator().getState();
  for (const fill of [
    () => x.uniform(),
    () => x.normal(),
    () => x.exponential(1),
    () => x.cauchy(),
    () => x.logNormal(),
    // @ts-expect-error: integers
    () => rand([2], { out: x }),
  ]) {
    expect(fill).toThrow("got int32");
  }
  expect(x.toArray()).toEqual([7, 7]);
  expect(defaultGenerator().getState()).toEqual(state);
});

test("each element may have a probability of its own", () => {
  const p = tensor([
    [0, 0.25],
    [0.75, 1],
  ]);
  const generator = new Generator(5);
  const expected = [...p.t().values()].map((probability) => generator.bernoulli(probability));
  generator.manualSeed(5);
  expect([...zeros([2, 2], { dtype: "uint8" }).bernoulli(p.t(), { generator }).values()]).toEqual(expected);
  generator.manualSeed(5);
  const own = p.clone().t();
  expect([...own.bernoulli(own, { generator }).values()]).toEqual(expected);
  const x = zeros(2).fill(7);
  const state = generator.getState();
  for (const wrong of [tensor([0.5, 1.5]), tensor([0.5, Number.NaN]), tensor([-1, 0])]) {
    expect(() => x.bernoulli(wrong, { generator })).toThrow("bernoulli: expected probabilities from 0 to 1, got");
  }
  expect(() => x.bernoulli(p, { generator })).toThrow(
    "bernoulli: expected two tensors of one size, got [2] and [2, 2]",
  );
  expect(() => x.bernoulli(tensor([0, 1], { dtype: "int32" }), { generator })).toThrow("got int32");
  expect(x.toArray()).toEqual([7, 7]);
  expect(generator.getState()).toEqual(state);
});

test("options that do not exist, and what is no generator or number, are refused", () => {
  const x = zeros(2);
  // @ts-expect-error: a misspelt option
  expect(() => x.uniform(0, 1, { seed: 1 })).toThrow('uniform: expected options named generator, got "seed"');
  // @ts-expect-error: a seed
  expect(() => x.normal(0, 1, { generator: 5 })).toThrow("normal: expected a Generator, got 5");
  // @ts-expect-error: no number
  expect(() => x.cauchy("1")).toThrow('cauchy: expected a number, got "1"');
  expect(() => x.geometric(1)).toThrow("geometric: expected a probability between 0 and 1, got 1");
  expect(() => x.exponential(0)).toThrow("exponential: expected a rate above 0, got 0");
  expect(() => x.logNormal(0, Number.NaN)).toThrow("logNormal: expected a standard deviation above 0, got NaN");
  expect(() => x.expand(2).unsqueeze(0).expand(3, 2).uniform()).toThrow("elements are apart");
  expect(new Tensor().uniform().dim()).toBe(0);
  expect(x.toArray()).toEqual([0, 0]);
});

test("rand, randn and randperm go into a destination, whose dtype they take", () => {
  const out = zeros([1], { dtype: "float64" });
  expect(rand([2], { out, generator: new Generator(0) })).toBe(out);
  expect(out.toArray()).toEqual(golden[0]?.uniform.slice(0, 2));
  randn([2, 1], { out, generator: new Generator(1) });
  expect(out.size()).toEqual([2, 1]);
  expect(out.equal(randn([2, 1], { dtype: "float64", generator: new Generator(1) }))).toBe(true);
  const order = zeros([8, 2]).select(1, 1);
  expect(randperm(8, { out: order, generator: new Generator(123) }).toArray()).toEqual([6, 2, 1, 3, 4, 7, 0, 5]);
  // @ts-expect-error: two dtypes
  expect(() => rand<"float32">([3], { dtype: "float32", out })).toThrow(
    "rand: expected a destination of float32, got float64",
  );
  expect(() => randperm(257, { dtype: "uint8" })).toThrow(
    "randperm: expected a count from 1 to 256 for uint8, got 257",
  );
  expect(() => rand([0.5], { out })).toThrow("rand: expected sizes of at least 1");
  expect(out.size()).toEqual([2, 1]);
});

test("multinomial draws Torch7's categories", () => {
  const draw = (p: Tensor, count: number, replacement: boolean) =>
    multinomial(p, count, { replacement, generator: new Generator(0) }).toArray();
  for (const dtype of ["float64", "float32"] as const) {
    const p = tensor([0.1, 0.2, 0.3, 0.4], { dtype });
    expect(draw(p, 10, true)).toEqual([2, 2, 3, 3, 3, 3, 2, 3, 2, 3]);
    expect(draw(p, 3, false)).toEqual([2, 3, 1]);
  }
  expect(draw(tensor([1, 2, 3, 4]), 4, false)).toEqual([2, 3, 1, 0]);
  const rows = tensor([
    [0.2, 0.8, 0],
    [1, 1, 2],
  ]);
  expect(draw(rows, 5, true)).toEqual([
    [1, 1, 1, 1, 1],
    [2, 2, 2, 1, 2],
  ]);
  expect(draw(rows, 2, false)).toEqual([
    [1, 0],
    [2, 1],
  ]);
  expect(draw(rows.t().clone().t(), 2, false)).toEqual(draw(rows, 2, false));
});

test("multinomial without replacement never draws a category twice, or one without probability", () => {
  const generator = new Generator(1);
  // Rounding leaves next to nothing of the small ones once the large one is out.
  const p = tensor([1e-17, 1, 0, 1e-18, 3e-17, 0], { dtype: "float64" });
  for (let i = 0; i < 200; i++) {
    const drawn = [...multinomial(p, 4, { generator }).values()].sort((a, b) => a - b);
    expect(drawn).toEqual([0, 1, 3, 4]);
  }
});

test("multinomial goes into a strided destination", () => {
  const out = zeros([10, 2], { dtype: "int32" }).select(1, 0);
  multinomial(tensor([0.1, 0.2, 0.3, 0.4]), 10, { replacement: true, generator: new Generator(0), out });
  expect(out.toArray()).toEqual([2, 2, 3, 3, 3, 3, 2, 3, 2, 3]);
});

test("what is no distribution is refused before anything is drawn", () => {
  const generator = new Generator(1);
  const state = generator.getState();
  const out = zeros([1], { dtype: "int32" });
  for (const values of [
    [1, -1],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
  ]) {
    const message = `expected probabilities of 0 or more, got ${values[1]}`;
    expect(() => multinomial(tensor(values), 1, { generator, out })).toThrow(`multinomial: ${message}`);
    expect(() => multinomialAliasSetup(tensor(values))).toThrow(`multinomialAliasSetup: ${message}`);
  }
  expect(() =>
    multinomial(
      tensor([
        [1, 1],
        [0, 0],
      ]),
      1,
      { generator, out },
    ),
  ).toThrow("got zeros alone");
  expect(() => multinomialAliasSetup(zeros(2))).toThrow("got zeros alone");
  expect(() => multinomial(tensor([1, 0, 2]), 3, { generator, out })).toThrow(
    "multinomial: expected at most 2 draws without replacement from 2 possible categories, got 3",
  );
  expect(() => multinomial(tensor([1]), 0, { generator, out })).toThrow("expected a count of at least 1, got 0");
  expect(() => multinomial(zeros(1, 1, 1), 1, { generator, out })).toThrow(
    "expected probabilities [C] or [N, C], got [1, 1, 1]",
  );
  expect(() => multinomial(new Tensor(), 1, { generator, out })).toThrow("got []");
  expect(() => multinomial(tensor([1], { dtype: "int32" }), 1, { generator, out })).toThrow("got int32");
  expect(() => multinomialAliasSetup(zeros(2, 2))).toThrow("expected probabilities [C], got [2, 2]");
  // @ts-expect-error: probabilities
  expect(() => multinomialAlias(tensor([1]), [2])).toThrow(
    "multinomialAlias: expected what multinomialAliasSetup gave",
  );
  expect(() => multinomialAlias(new AliasTable(tensor([1])), [0, 2], { generator })).toThrow(
    "expected sizes of at least 1",
  );
  expect(out.size()).toEqual([1]);
  expect(generator.getState()).toEqual(state);
});

/** What an alias table gives each category altogether. */
function distribution({ shares, aliases, size }: AliasTable): number[] {
  const total = new Array<number>(size).fill(0);
  shares.forEach((share, category) => {
    total[category] += share / size;
    total[aliases[category]] += (1 - share) / size;
  });
  return total;
}

test("an alias table holds the distribution it was made from", () => {
  for (const values of [[1], [0.5, 0.5], [0.7, 0.3], [0.1, 0.2, 0.3, 0.4], [3, 0, 1], [1e-9, 5, 2, 2, 7, 0.25]]) {
    const total = values.reduce((sum, value) => sum + value);
    distribution(multinomialAliasSetup(tensor(values, { dtype: "float64" }))).forEach((probability, category) => {
      expect(probability).toBeCloseTo((values[category] ?? 0) / total, 14);
    });
  }
});

test("an alias table draws Torch7's numbers, but for the aliases that Torch7 reads one too low", () => {
  const recorded: Readonly<Record<number, readonly number[]>> = {
    0: [2, 2, 2, 2, 1, 2, 1, 3, 3, 1, 1, 2],
    1: [2, 2, 0, 2, 0, 0, 0, 1, 2, 2, 1, 2],
    42: [1, 3, 2, 2, 2, 0, 2, 3, 2, 2, 0, 3],
    287: [2, 2, 1, 3, 0, 2, 3, 2, 3, 1, 0, 1],
    123456789: [2, 2, 2, 2, 2, 3, 1, 2, 2, 2, 2, 2],
  };
  for (const dtype of ["float64", "float32"] as const) {
    const table = multinomialAliasSetup(tensor([0.1, 0.2, 0.3, 0.4], { dtype }));
    table.aliases.forEach((alias, category) => {
      if (alias !== category) table.aliases[category] = alias - 1;
    });
    for (const [seed, categories] of Object.entries(recorded)) {
      const generator = new Generator(Number(seed));
      expect(multinomialAlias(table, [12], { generator }).toArray()).toEqual(categories);
    }
  }
});

test("an alias table fills a tensor of any size, also a destination", () => {
  const table = multinomialAliasSetup(tensor([0.5, 0, 0.5]));
  const out = zeros([20, 30], { dtype: "int32" }).t();
  expect(multinomialAlias(table, [30, 20], { generator: new Generator(2), out })).toBe(out);
  expect(out.equal(multinomialAlias(table, [30, 20], { generator: new Generator(2) }))).toBe(true);
  expect(new Set(out.values())).toEqual(new Set([0, 2]));
});
