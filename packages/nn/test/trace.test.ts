import * as nn from "@rushlight/nn";
import {
  ArgumentError,
  defaultGenerator,
  Generator,
  manualSeed,
  randn,
  setDefaultDtype,
  Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

beforeEach(() => setDefaultDtype("float64"));
afterEach(() => setDefaultDtype("float32"));

function deep(activation: () => nn.Module, layers: number): nn.Sequential {
  const network = new nn.Sequential();
  for (let i = 0; i < layers; i++) network.add(new nn.Linear(8, 8)).add(activation());
  return network;
}

describe("trace", () => {
  it("tells size, mean, deviation, norm, bounds, zeros and histogram of what a layer gives", () => {
    const network = new nn.Sequential().add(new nn.ReLU());
    const x = tensor([
      [3, -1],
      [0, 5],
    ]);
    const { loss, modules } = nn.trace(network, new nn.MSECriterion(), x, zeros([2, 2]), { bins: 5 });
    expect(loss).toBeCloseTo((9 + 25) / 4, 12);
    expect(modules.map(({ path, name, depth, leaf }) => [path, name, depth, leaf])).toEqual([
      ["", "Sequential", 0, false],
      ["0", "ReLU", 1, true],
    ]);
    expect(modules[1].output).toEqual({
      sizes: [[2, 2]],
      mean: 2,
      deviation: Math.sqrt((1 + 4 + 4 + 9) / 4),
      norm: Math.sqrt(34),
      minimum: 0,
      maximum: 5,
      zeros: 0.5,
      nonFinite: 0,
      histogram: { from: 0, to: 5, counts: [2, 0, 0, 1, 1] },
    });
    expect(modules[1].gradInput?.norm).toBeCloseTo(Math.sqrt(34) / 2, 12);
  });

  it("shows parameters, their gradients for the batch alone, and the step relative to them", () => {
    manualSeed(1);
    const linear = new nn.Linear(3, 2);
    const criterion = new nn.MSECriterion();
    const [x, y] = [randn([4, 3]), randn([4, 2])];
    linear.gradWeight.fill(1000);
    const [{ parameters }] = nn.trace(linear, criterion, x, y, { step: () => linear.updateParameters(0.1) }).modules;
    expect(parameters.map(({ name }) => name)).toEqual(["weight", "bias"]);
    linear.zeroGradParameters();
    linear.backward(x, criterion.backward(linear.forward(x), y));
    expect(parameters[0].value.norm).toBeCloseTo(linear.weight.norm(), 12);
    expect(parameters[0].gradient.norm).toBeCloseTo(linear.gradWeight.norm(), 12);
    expect(parameters[0].update?.relative).toBeCloseTo((0.1 * linear.gradWeight.norm()) / linear.weight.norm(), 12);
  });

  it("has no updates without a step", () => {
    const [{ parameters }] = nn.trace(new nn.Linear(2, 1), new nn.MSECriterion(), randn(3, 2), zeros(3, 1)).modules;
    expect(parameters[0]).not.toHaveProperty("update");
  });

  it("shows gradients that vanish in sigmoids, and not in rectified units", () => {
    const shrinkage = (activation: () => nn.Module): number => {
      manualSeed(3);
      const network = deep(activation, 8);
      for (const layer of network.findModules(nn.Linear)[0]) layer.weight.normal(0, Math.sqrt(2 / 8));
      const { modules } = nn.trace(network, new nn.MSECriterion(), randn([32, 8]), randn([32, 8]));
      const gradients = modules
        .filter(({ name }) => name.startsWith("Linear"))
        .map((m) => m.parameters[0].gradient.norm);
      return gradients[0] / gradients[7];
    };
    expect(shrinkage(() => new nn.Sigmoid())).toBeLessThan(1e-3);
    expect(shrinkage(() => new nn.ReLU())).toBeGreaterThan(0.05);
  });

  it("shows what a module gave even when the next one overwrites it", () => {
    const network = new nn.Sequential().add(new nn.MulConstant(-1)).add(new nn.ReLU({ inplace: true }));
    const { modules } = nn.trace(network, new nn.MSECriterion(), tensor([1, 2]), zeros(2));
    expect(modules[1].output?.mean).toBe(-1.5);
    expect(modules[2].output?.mean).toBe(0);
  });

  it("leaves the training as it would have been: noise, running statistics and gradients included", () => {
    const train = (look: boolean): number[] => {
      manualSeed(7);
      const network = new nn.Sequential()
        .add(new nn.Linear(4, 6))
        .add(new nn.BatchNormalization(6))
        .add(new nn.Dropout(0.5))
        .add(new nn.Linear(6, 1));
      const criterion = new nn.MSECriterion();
      const [x, y] = [randn([10, 4]), randn([10, 1])];
      for (let step = 0; step < 5; step++) {
        if (look) nn.trace(network, criterion, x, y, { step: () => network.updateParameters(10) });
        network.zeroGradParameters();
        network.backward(x, criterion.backward(network.forward(x), y));
        if (look) nn.trace(network, criterion, x, y);
        network.updateParameters(0.1);
      }
      const all = [...network.parameters()[0], ...network.statistics()];
      return [...all.flatMap((t) => [...t.contiguous().view(-1).toArray()] as number[]), defaultGenerator().random()];
    };
    expect(train(true)).toEqual(train(false));
  });

  it("puts back the random numbers of modules that have a generator of their own", () => {
    const generators = [new Generator(5), new Generator(6)];
    const network = new nn.Sequential()
      .add(new nn.SpatialDropout(0.5, { generator: generators[0] }))
      .add(new nn.RReLU(0.1, 0.3, { generator: generators[0] }))
      .add(new nn.Dropout(0.5, { generator: generators[1] }));
    const before = generators.map((generator) => generator.getState());
    const x = randn([2, 3, 4, 4]);
    nn.trace(network, new nn.MSECriterion(), x, x);
    expect(generators.map((generator) => generator.getState())).toEqual(before);
    network.forward(x);
    expect(generators.map((generator) => generator.getState())).not.toEqual(before);
  });

  it("puts back parameters that forward changes", () => {
    const table = new nn.LookupTable(4, 3, { maxNorm: 0.1 });
    const before = table.weight.clone();
    nn.trace(table, new nn.MSECriterion(), tensor([0, 3], { dtype: "int32" }), zeros([2, 3]));
    expect(table.weight.toArray()).toEqual(before.toArray());
  });

  it("leaves methods that a module has of its own in place", () => {
    const twice = new nn.MulConstant(7);
    const own = (input: Tensor): Tensor => twice.output.resizeAs(input).copy(input).mul(2);
    twice.updateOutput = own;
    const [{ output }] = nn.trace(twice, new nn.MSECriterion(), tensor([1, 2]), zeros(2)).modules;
    expect(output?.mean).toBe(3);
    expect(twice.updateOutput).toBe(own);
  });

  it("works in checked mode, between the steps of a training", () => {
    const network = nn.checked(new nn.Sequential().add(new nn.Linear(3, 2)).add(new nn.Tanh()));
    const criterion = new nn.MSECriterion();
    const [x, y] = [randn([4, 3]), randn([4, 2])];
    for (let step = 0; step < 3; step++) {
      network.zeroGradParameters();
      network.backward(x, criterion.backward(network.forward(x), y));
      expect(nn.trace(network, criterion, x, y).modules[1].output?.sizes).toEqual([[4, 2]]);
      network.updateParameters(0.1);
    }
  });

  it("puts everything back when the network throws", () => {
    const network = new nn.Sequential().add(new nn.Linear(4, 3)).add(new nn.Linear(2, 1));
    network.get<nn.Linear>(0).gradWeight.fill(5);
    expect(() => nn.trace(network, new nn.MSECriterion(), zeros(2, 4), zeros(2, 1))).toThrow(/at Sequential › 1/);
    expect(network.get<nn.Linear>(0).gradWeight.min()).toBe(5);
    expect(Object.keys(network.get(0))).not.toContain("updateOutput");
    expect(network.get(0).updateOutput).toBe(nn.Linear.prototype.updateOutput);
  });

  it("goes through branches and tables, and tells where a module is", () => {
    const network = new nn.Sequential()
      .add(new nn.ConcatTable().add(new nn.Linear(3, 2)).add(new nn.Sequential().add(new nn.Linear(3, 4))))
      .add(new nn.JoinTable(1));
    const { modules } = nn.trace(network, new nn.MSECriterion(), randn(5, 3), zeros(5, 6));
    expect(modules.map(({ path }) => path)).toEqual(["", "0", "0.0", "0.1", "0.1.0", "1"]);
    expect(modules[1].output?.sizes).toEqual([
      [5, 2],
      [5, 4],
    ]);
    expect(modules[5].gradInput?.sizes).toEqual([
      [5, 2],
      [5, 4],
    ]);
  });

  it("leaves out the gradient that nobody asks for", () => {
    const first = new nn.Linear(3, 2);
    first.needsGradInput = false;
    const [record] = nn.trace(first, new nn.MSECriterion(), randn(4, 3), zeros(4, 2)).modules;
    expect(record).not.toHaveProperty("gradInput");
  });

  it("counts what is not finite, and summarises the rest", () => {
    const x = tensor([1, Number.NaN, 3, Infinity]);
    const { output } = nn.trace(new nn.Identity(), new nn.MSECriterion(), x, zeros(4)).modules[0];
    expect(output).toMatchObject({ nonFinite: 2, mean: 2, deviation: 1, minimum: 1, maximum: 3 });
  });

  it.each([1e300, 1e-300])("sums elements of about %d without overflow and underflow", (unit) => {
    const x = tensor([3, -4, 0, 1]).mul(unit);
    const { output } = nn.trace(new nn.Identity(), new nn.MSECriterion(), x, x, { bins: 2 }).modules[0];
    expect((output?.mean ?? 1) / unit).toBeCloseTo(0, 12);
    expect((output?.norm ?? 0) / unit).toBeCloseTo(Math.sqrt(26), 12);
    expect((output?.deviation ?? 0) / unit).toBeCloseTo(Math.sqrt(26 / 4), 12);
    expect(output?.histogram.counts).toEqual([1, 3]);
  });

  it("counts elements whose difference is infinite, or the least number there is", () => {
    const histogramOf = (...elements: number[]): unknown => {
      const x = tensor(elements);
      return nn.trace(new nn.Identity(), new nn.MSECriterion(), x, x, { bins: 2 }).modules[0].output?.histogram.counts;
    };
    expect(histogramOf(-1.7e308, 1.7e308, 1e308)).toEqual([1, 2]);
    expect(histogramOf(0, 5e-324, 0)).toEqual([2, 1]);
  });

  it("is plain data, a step of parameters that were 0 included", () => {
    const linear = new nn.Linear(2, 2);
    linear.bias?.zero();
    const step = (): unknown => linear.updateParameters(0.1);
    const record = nn.trace(linear, new nn.MSECriterion(), randn(3, 2), new Tensor([3, 2]).zero(), { step });
    expect(record.modules[0].parameters[1].update).not.toHaveProperty("relative");
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  it("refuses bins that are none", () => {
    const run = (): unknown => nn.trace(new nn.Identity(), new nn.MSECriterion(), zeros(1), zeros(1), { bins: 0 });
    expect(run).toThrow(new ArgumentError("trace: expected bins to be a whole number from 1 up, got 0"));
  });
});
