import { Container } from "@rushlight/module";
import { sgd } from "@rushlight/optim";
import {
  ArgumentError,
  backend,
  DTypeError,
  extendBackend,
  Generator,
  IndexError,
  manualSeed,
  ones,
  ShapeError,
  storageAllocations,
  Tensor,
  tensor,
  useBackend,
  zeros,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import { LookupTable } from "../src/index.ts";

const indices = (...values: number[]): Tensor => tensor(values, { dtype: "int32" });

/** A table whose rows are [0, 0.5], [1, 1.5], [2, 2.5], ... */
function counting(rows: number): LookupTable {
  const table = new LookupTable(rows, 2);
  for (let row = 0; row < rows; row++)
    table.weight
      .select(0, row)
      .fill(row)
      .put([1], row + 0.5);
  return table;
}

test("the weight is drawn normal, row by row", () => {
  manualSeed(287);
  const table = new LookupTable(50, 20);
  manualSeed(287);
  expect(table.weight.equal(new Tensor([50, 20]).normal())).toBe(true);
  manualSeed(287);
  table.reset(3);
  manualSeed(287);
  expect(table.weight.equal(new Tensor([50, 20]).normal(0, 3))).toBe(true);
});

test("indices come in every dtype, and strides do not matter", () => {
  const table = counting(5);
  for (const dtype of ["int32", "int16", "int8", "uint8", "float32", "float64"] as const) {
    const input = tensor(
      [
        [4, 0],
        [1, 1],
      ],
      { dtype },
    );
    expect(table.forward(input).toArray()).toEqual([
      [
        [4, 4.5],
        [0, 0.5],
      ],
      [
        [1, 1.5],
        [1, 1.5],
      ],
    ]);
    expect(table.forward(input.t()).select(1, 0).toArray()).toEqual([
      [4, 4.5],
      [0, 0.5],
    ]);
    const gradInput = table.backward(input, ones(2, 2, 2));
    expect(gradInput.dtype).toBe(dtype);
    expect(gradInput.toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  }
});

test("an index that is no row is named with its place, and nothing is written", () => {
  const table = new LookupTable(5, 2, { maxNorm: 1 });
  const weight = table.weight.clone();
  table.forward(indices(0));
  table.weight.copy(weight);
  const bad: readonly (readonly [Tensor, string])[] = [
    [indices(0, 5), "LookupTable(5 → 2): expected whole indices from 0 to 4, got 5 at [1]"],
    [indices(0, 1, -1, 2).view(2, 2), "got -1 at [1, 0]"],
    [tensor([0, 0.5]), "got 0.5 at [1]"],
    [tensor([Number.NaN]), "got NaN at [0]"],
  ];
  for (const [input, message] of bad) {
    expect(() => table.forward(input)).toThrow(message);
    expect(() => table.backward(input, zeros(...input.size(), 2))).toThrow(IndexError);
    expect(() => table.backwardUpdate(input, ones(...input.size(), 2), 1)).toThrow(IndexError);
  }
  expect(() => table.forward(zeros([1, 1, 1], { dtype: "int32" }))).toThrow(
    "expected indices [T] or [N, T], got [1, 1, 1]",
  );
  expect(() => table.forward(tensor([]))).toThrow(ShapeError);
  expect(table.output.size()).toEqual([1, 2]);
  expect(table.gradInput.nElement()).toBe(0);
  expect(table.weight.equal(weight)).toBe(true);
  expect(table.gradWeight.norm()).toBe(0);
});

test("a gradOutput of another size or dtype is refused, and nothing is written", () => {
  const table = new LookupTable(5, 2);
  const input = indices(1, 2);
  expect(() => table.backward(input, zeros(2, 3))).toThrow(
    "LookupTable(5 → 2): expected a gradOutput [2, 2], got [2, 3]",
  );
  expect(() => table.accGradParameters(input, zeros(1, 2))).toThrow(ShapeError);
  expect(() => table.accUpdateGradParameters(input, ones([2, 2], { dtype: "float64" }), 1)).toThrow(DTypeError);
  expect(table.gradInput.nElement()).toBe(0);
  expect(table.gradWeight.norm()).toBe(0);
});

test("sizes and options are checked", () => {
  expect(() => new LookupTable(0, 2)).toThrow("expected a number and a length of rows of at least 1, got 0 and 2");
  expect(() => new LookupTable(3, 1.5)).toThrow(ArgumentError);
  expect(() => new LookupTable(3, 2, { paddingValue: 3 })).toThrow(
    "expected a paddingValue from 0 to 2, or none, got 3",
  );
  expect(() => new LookupTable(3, 2, { maxNorm: 0 })).toThrow("expected a maxNorm above 0, or none, got 0");
  expect(() => new LookupTable(3, 2, { normType: -1 })).toThrow("expected a normType above 0, got -1");
  // @ts-expect-error: Lua's third argument
  expect(() => new LookupTable(3, 2, 1)).toThrow("expected an object of options (paddingValue, maxNorm, normType)");
  const table = new LookupTable(3, 2);
  expect(() => table.setPadding(-1)).toThrow(ArgumentError);
  expect(() => table.setMaxNorm(Number.NaN)).toThrow(ArgumentError);
  expect(() => table.setNormType(0)).toThrow(ArgumentError);
  expect([table.paddingValue, table.maxNorm, table.normType]).toEqual([undefined, undefined, 2]);
  expect(table.setPadding(1).setMaxNorm(2).setNormType(1).scaleGradByFreq()).toBe(table);
  expect([table.paddingValue, table.maxNorm, table.normType]).toEqual([1, 2, 1]);
  expect(table.setPadding().paddingValue).toBeUndefined();
  expect(String(table)).toBe("nn.LookupTable");
});

test("the row of the padding is looked up and never learns, whatever its gradients are", () => {
  const table = counting(3).setPadding(1);
  expect(table.forward(indices(1, 2)).toArray()).toEqual([
    [1, 1.5],
    [2, 2.5],
  ]);
  const gradOutput = tensor([
    [Number.NaN, 1],
    [1, 1],
  ]);
  table.backward(indices(1, 2), gradOutput);
  expect(table.gradWeight.toArray()).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
  ]);
  table.backwardUpdate(indices(1, 2), gradOutput, 1);
  expect(table.weight.toArray()).toEqual([
    [0, 0.5],
    [1, 1.5],
    [1, 1.5],
  ]);
});

test("rows that are looked up and too long are shortened, once, in evaluation too", () => {
  for (const [normType, length] of [
    [1, 7],
    [2, 5],
    [3, 91 ** (1 / 3)],
  ] as const) {
    const table = new LookupTable(3, 2, { maxNorm: 1, normType }).evaluate();
    table.weight.copy(
      tensor([
        [3, 4],
        [0.25, 0.25],
        [3, 4],
      ]),
    );
    table.forward(indices(0, 1, 0));
    expect(table.weight.get(0, 0)).toBeCloseTo(3 / length, 5);
    expect(table.weight.select(0, 1).toArray()).toEqual([0.25, 0.25]);
    expect(table.weight.select(0, 2).toArray()).toEqual([3, 4]);
    const shortened = table.weight.clone();
    table.forward(indices(0, 1, 0));
    expect(table.weight.clone().csub(shortened).norm(Number.POSITIVE_INFINITY)).toBeLessThan(1e-6);
  }
});

test("gradients by frequency are means over each index of the call, times the scale", () => {
  const table = new LookupTable(4, 1).scaleGradByFreq();
  const input = indices(1, 2, 2, 2).view(2, 2);
  table.forward(input);
  table.backward(
    input,
    tensor([
      [[1], [1]],
      [[2], [6]],
    ]),
    2,
  );
  table.backward(indices(2), tensor([[1]]));
  expect(table.gradWeight.toArray()).toEqual([[0], [2], [2 * 3 + 1], [0]]);
});

test("without a gradient, direct updates are the way to learn", () => {
  const table = counting(3).accUpdateOnly();
  expect(table.gradWeight.nElement()).toBe(0);
  expect(table.parameters()).toEqual([[], []]);
  table.forward(indices(0, 0));
  expect(() => table.backward(indices(0, 0), ones(2, 2))).toThrow(
    "LookupTable(3 → 2): expected a gradient to add to, got none after accUpdateOnly()",
  );
  table.zeroGradParameters();
  table.updateParameters(1);
  table.backwardUpdate(indices(0, 0), ones(2, 2), 0.5);
  expect(table.weight.toArray()).toEqual([
    [-1, -0.5],
    [1, 1.5],
    [2, 2.5],
  ]);
});

test("a direct update leaves gradients that were accumulated alone", () => {
  const table = counting(2);
  table.forward(indices(1));
  table.backward(indices(1), ones(1, 2));
  table.backwardUpdate(indices(0), ones(1, 2), 1);
  table.updateParameters(1);
  expect(table.weight.toArray()).toEqual([
    [-1, -0.5],
    [0, 0.5],
  ]);
});

test("conversion and clones take gradients and what is known of them along", () => {
  const table = counting(3);
  table.forward(indices(1));
  table.backward(indices(1), ones(1, 2));
  const clone = table.clone().double();
  clone.updateParameters(1);
  clone.zeroGradParameters();
  expect(clone.weight.toArray()).toEqual([
    [0, 0.5],
    [0, 0.5],
    [2, 2.5],
  ]);
  expect(clone.gradWeight.norm()).toBe(0);
  expect(table.gradWeight.toArray()).toEqual([
    [0, 0],
    [1, 1],
    [0, 0],
  ]);
});

/** The most elements that one kernel call went through while something ran. */
function longestWalk(run: () => void): number {
  const plain = backend();
  let longest = 0;
  const watched = <Kernels extends object>(kernels: Kernels): Kernels =>
    new Proxy(kernels, {
      get(target, name): unknown {
        const kernel: unknown = Reflect.get(target, name);
        if (typeof kernel !== "function") return kernel;
        return (count: number, ...operands: unknown[]): unknown => {
          longest = Math.max(longest, count);
          return Reflect.apply(kernel, target, [count, ...operands]);
        };
      },
      // Spreading copies what the proxy gives.
      ownKeys: (target) => Reflect.ownKeys(target),
    });
  useBackend(extendBackend(plain, "watched", { map: watched(plain.map), zip: watched(plain.zip) }));
  try {
    run();
  } finally {
    useBackend(plain);
  }
  return longest;
}

test("a step walks the rows it uses alone, until the gradients are handed out", () => {
  const table = new LookupTable(1000, 16);
  const input = indices(3, 999, 3, 0);
  const step = (): void => {
    table.zeroGradParameters();
    table.forward(input);
    table.backward(input, ones(4, 16), 2);
    table.updateParameters(0.1);
  };
  step();
  expect(longestWalk(step)).toBeLessThanOrEqual(4 * 16);
  expect(table.gradWeight.sum()).toBe(2 * 4 * 16);
  expect(longestWalk(step)).toBe(1000 * 16);
  expect(table.gradWeight.sum()).toBe(2 * 4 * 16);
});

class Network extends Container<Tensor, Tensor> {
  override updateOutput(input: Tensor): Tensor {
    return this.get(0).updateOutput(input);
  }
  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.get(0).updateGradInput(input, gradOutput);
  }
  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.get(0).accGradParameters(input, gradOutput, scale);
  }
}

test("a step of a network with a table twice walks the rows it uses alone, and moves them once", () => {
  const table = new LookupTable(1000, 16);
  const network = new Network();
  network.modules.push(table, table);
  const input = indices(3, 999, 3, 0);
  const step = (): void => {
    network.zeroGradParameters();
    network.forward(input);
    network.backward(input, ones(4, 16));
    network.updateParameters(0.5);
  };
  step();
  const before = table.weight.clone();
  expect(longestWalk(step)).toBeLessThanOrEqual(4 * 16);
  expect(before.csub(table.weight).sum(1).narrow(0, 0, 4).toArray()).toEqual([[8], [0], [0], [16]]);
});

test("a direct update walks the rows it uses alone, also when gradients are handed out or shared", () => {
  const table = new LookupTable(1000, 16);
  const twin = table.clone("weight", "gradWeight");
  const input = indices(3, 999, 3, 0);
  const gradOutput = ones(4, 16);
  for (const module of [table, twin]) {
    module.forward(input);
    expect(longestWalk(() => module.backwardUpdate(input, gradOutput, 0.1))).toBeLessThanOrEqual(4 * 16);
  }
});

test("whatever comes in whatever order, rows in use give what the whole table gives", () => {
  const generator = new Generator(5);
  const draw = (below: number): number => Math.floor(generator.uniform() * below);
  for (let run = 0; run < 20; run++) {
    manualSeed(run);
    const sparse = new LookupTable(12, 3, run % 2 === 0 ? {} : { paddingValue: 4, maxNorm: 1.5 });
    const whole = sparse.clone();
    whole.parameters();
    for (let step = 0; step < 30; step++) {
      const action = draw(5);
      const input = indices(...Array.from({ length: 1 + draw(6) }, () => draw(12)));
      const gradOutput = new Tensor([input.nElement(), 3]).normal(0, 1, { generator });
      for (const table of [sparse, whole]) {
        if (action === 0) table.zeroGradParameters();
        else if (action === 1) table.updateParameters(0.1);
        else if (action === 2) {
          table.forward(input);
          table.backwardUpdate(input, gradOutput, 0.1);
        } else {
          table.forward(input);
          table.backward(input, gradOutput, action === 3 ? 1 : 0.5);
        }
      }
    }
    expect(sparse.weight.clone().csub(whole.weight).norm()).toBeLessThan(1e-5);
    expect(sparse.gradWeight.clone().csub(whole.gradWeight).norm()).toBeLessThan(1e-5);
  }
});

test("gradients that others write to are seen", () => {
  const written = counting(3);
  const { gradWeight } = written;
  written.zeroGradParameters();
  gradWeight.fill(1);
  written.updateParameters(0.5);
  expect(written.weight.toArray()).toEqual([
    [-0.5, 0],
    [0.5, 1],
    [1.5, 2],
  ]);
  written.zeroGradParameters();
  expect(gradWeight.norm()).toBe(0);

  const flat = counting(3);
  flat.forward(indices(1));
  flat.backward(indices(1), ones(1, 2));
  const [parameters, gradients] = flat.getParameters();
  expect(gradients.toArray()).toEqual([0, 0, 1, 1, 0, 0]);
  gradients.zero().narrow(0, 4, 2).fill(2);
  flat.updateParameters(1);
  expect(parameters.toArray()).toEqual([0, 0.5, 1, 1.5, 0, 0.5]);
  flat.zeroGradParameters();
  expect(gradients.norm()).toBe(0);

  const replaced = counting(3);
  replaced.gradWeight = ones(3, 2);
  replaced.updateParameters(1);
  expect(replaced.weight.select(0, 0).toArray()).toEqual([-1, -0.5]);
});

test("twins see each other's gradients", () => {
  const first = counting(3);
  const second = first.clone("weight", "gradWeight");
  for (const [module, row] of [
    [first, 0],
    [second, 2],
  ] as const) {
    module.forward(indices(row));
    module.backward(indices(row), ones(1, 2));
  }
  first.updateParameters(1);
  expect(second.weight.toArray()).toEqual([
    [-1, -0.5],
    [1, 1.5],
    [1, 1.5],
  ]);
  first.zeroGradParameters();
  expect(second.gradWeight.norm()).toBe(0);
});

test("from the second step on a table takes no memory, with all options too", () => {
  for (const options of [{}, { paddingValue: 1, maxNorm: 1 }]) {
    const table = new LookupTable(50, 8, options).scaleGradByFreq();
    const input = indices(1, 2, 2, 40, 41, 42).view(2, 3);
    const gradOutput = ones(2, 3, 8);
    const step = (): void => {
      table.zeroGradParameters();
      table.forward(input);
      table.backward(input, gradOutput);
      table.updateParameters(0.1);
      table.backwardUpdate(input, gradOutput, 0.1);
    };
    step();
    step();
    const before = storageAllocations();
    step();
    expect(storageAllocations()).toBe(before);
  }
});

test("clearState lets go of what the last step made, not of gradients", () => {
  const table = counting(3);
  table.forward(indices(1));
  table.backward(indices(1), ones(1, 2));
  table.clearState();
  expect(table.output.nElement() + table.gradInput.nElement()).toBe(0);
  table.updateParameters(1);
  expect(table.weight.select(0, 1).toArray()).toEqual([0, 0.5]);
});

test("the rows of the gradient are those in use, each once", () => {
  const table = counting(6);
  expect(table.rowGradient().rows.nElement()).toBe(0);
  const input = indices(4, 1, 4);
  table.forward(input);
  table.backward(input, ones(3, 2));
  const { rows, values } = table.rowGradient();
  expect(rows.toArray()).toEqual([4, 1]);
  expect(values.toArray()).toEqual([
    [2, 2],
    [1, 1],
  ]);
  table.zeroGradParameters();
  expect(table.rowGradient().rows.nElement()).toBe(0);
});

test("the rows of a gradient that others may write to are found by looking", () => {
  const table = counting(6);
  const input = indices(4, 1, 4);
  table.forward(input);
  table.backward(input, ones(3, 2));
  table.gradWeight.select(0, 3).fill(7);
  expect(table.rowGradient().rows.toArray()).toEqual([1, 3, 4]);
  expect(table.rowGradient().values.select(0, 1).toArray()).toEqual([7, 7]);
  table.gradWeight.zero();
  expect(table.rowGradient().rows.nElement()).toBe(0);
});

test("steps of sgd on rows alone take memory once, and go where steps on the whole gradient go", () => {
  const [table, other] = [counting(50), counting(50)];
  const target = ones(3, 2);
  const evaluate = (from: LookupTable, input: Tensor): void => {
    from.zeroGradParameters();
    const output = from.forward(input);
    from.backward(input, output.add(-1, target));
  };
  const step = (input: Tensor): void => {
    evaluate(table, input);
    sgd(() => [0, table.rowGradient()], table.weight, { learningRate: 0.1 });
  };
  const inputs = [indices(3, 40, 3), indices(7, 3, 49)];
  for (const input of inputs) step(input);
  const before = storageAllocations();
  for (const input of inputs) step(input);
  expect(storageAllocations()).toBe(before);
  for (const input of [...inputs, ...inputs]) {
    evaluate(other, input);
    sgd(() => [0, other.gradWeight], other.weight, { learningRate: 0.1 });
  }
  expect(table.weight.toArray()).toEqual(other.weight.toArray());
});

test("a table without a gradient has no rows of it", () => {
  expect(() => counting(3).accUpdateOnly().rowGradient()).toThrow("LookupTable(3 → 2): expected a gradient, got none");
});
