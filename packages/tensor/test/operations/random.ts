import {
  type DType,
  dtypes,
  Generator,
  linspace,
  logspace,
  multinomial,
  multinomialAlias,
  multinomialAliasSetup,
  rand,
  randn,
  randperm,
  range,
  type Tensor,
} from "../../src/index.ts";
import type { Draw } from "./Draw.ts";
import type { Operation } from "./Operation.ts";

const floats: readonly DType[] = ["float64", "float32"];

/** A generator of the same numbers for every run. */
const generator = (): Generator => new Generator(7);

function probabilities(draw: Draw): readonly Tensor[] {
  const categories = draw.integer(3, 6);
  const size = draw.integer(0, 1) === 0 ? [categories] : [draw.integer(1, 3), categories];
  return [draw.tensor(size, 0.125, 1)];
}

function fill(name: string, run: (x: Tensor) => Tensor, of: readonly DType[] = floats): Operation {
  return { name, dtypes: of, operands: (draw) => [draw.tensor()], run: ([x]) => run(x) };
}

/** Random numbers with a seed, and sequences. */
export const randomOperations: readonly Operation[] = [
  fill("x.uniform(from, to)", (x) => x.uniform(-1, 2, { generator: generator() })),
  fill("x.normal(mean, standardDeviation)", (x) => x.normal(1, 2, { generator: generator() })),
  fill("x.exponential(rate)", (x) => x.exponential(2, { generator: generator() })),
  fill("x.cauchy(median, scale)", (x) => x.cauchy(1, 2, { generator: generator() })),
  fill("x.logNormal(mean, standardDeviation)", (x) => x.logNormal(0, 1, { generator: generator() })),
  fill("x.geometric(p)", (x) => x.geometric(0.5, { generator: generator() }), dtypes),
  fill("x.bernoulli(p)", (x) => x.bernoulli(0.5, { generator: generator() }), dtypes),
  fill("x.random(from, to)", (x) => x.random(1, 6, { generator: generator() }), dtypes),
  {
    name: "x.bernoulli(probabilities)",
    dtypes: floats,
    operands: (draw) => {
      const size = draw.size();
      return [draw.tensor(size), draw.tensor(size, 0, 1)];
    },
    run: ([x, p]) => x.bernoulli(p, { generator: generator() }),
  },
  {
    name: "multinomial(p, count)",
    dtypes: floats,
    takesOut: true,
    operands: probabilities,
    run: ([p], options) => multinomial(p, 3, { generator: generator(), ...options }),
  },
  {
    name: "multinomial(p, count, { replacement })",
    dtypes: floats,
    takesOut: true,
    operands: probabilities,
    run: ([p], options) => multinomial(p, 9, { replacement: true, generator: generator(), ...options }),
  },
  {
    name: "multinomialAlias(multinomialAliasSetup(p), size)",
    dtypes: floats,
    takesOut: true,
    operands: (draw) => [draw.tensor([draw.integer(1, 6)], 0.125, 1)],
    run: ([p], options) => multinomialAlias(multinomialAliasSetup(p), [2, 5], { generator: generator(), ...options }),
  },
  ...[rand, randn].map((create) => ({
    name: `${create.name}(size)`,
    takesOut: true,
    operands: () => [],
    run: (_: readonly Tensor[], options: object) =>
      create([2, 3], { dtype: "float64", generator: generator(), ...options }),
  })),
  {
    name: "randperm(count)",
    takesOut: true,
    operands: () => [],
    run: (_, options) => randperm(9, { generator: generator(), ...options }),
  },
  {
    name: "linspace(first, last, count)",
    takesOut: true,
    operands: () => [],
    run: (_, options) => linspace(-1, 2, 7, { dtype: "float64", ...options }),
  },
  {
    name: "logspace(first, last, count)",
    takesOut: true,
    operands: () => [],
    run: (_, options) => logspace(-1, 2, 7, { dtype: "float64", ...options }),
  },
  {
    name: "range(first, last, step)",
    takesOut: true,
    operands: () => [],
    run: (_, options) => range(5, -2, -0.5, { dtype: "float64", ...options }),
  },
];
