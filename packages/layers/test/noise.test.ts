import { ArgumentError, Generator, manualSeed, ones, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Dropout, L1Penalty, SpatialDropout, VolumetricDropout, WhiteNoise } from "../src/index.ts";

test("SpatialDropout drops whole maps and does not scale what stays", () => {
  const dropout = new SpatialDropout(0.4, { generator: new Generator(3) });
  const x = ones(50, 20, 2, 2);
  const y = dropout.forward(x);
  const perMap = y.clone().view(1000, 4).sum(1);
  expect(new Set(perMap.view(-1).toTypedArray())).toEqual(new Set([0, 4]));
  expect(y.mean()).toBeCloseTo(0.6, 1);
  expect(dropout.backward(x, x).equal(y)).toBe(true);
  expect(dropout.noise.size()).toEqual([50, 20, 1, 1]);
});

test("in evaluation, SpatialDropout and VolumetricDropout scale, and have no backward", () => {
  for (const [module, x] of [
    [new SpatialDropout(0.25), ones(2, 2, 2)],
    [new VolumetricDropout(0.25), ones(2, 2, 2, 2)],
  ] as const) {
    module.evaluate();
    expect([module.forward(x).min(), module.output.max()]).toEqual([0.75, 0.75]);
    expect(() => module.backward(x, x)).toThrow("(0.250000): expected training mode in backward, got evaluation mode");
    expect(module.gradInput.nElement()).toBe(0);
  }
});

test("SpatialDropout with stochastic inference drops in evaluation too", () => {
  const dropout = new SpatialDropout(0.5, { stochasticInference: true, generator: new Generator(2) }).evaluate();
  expect(dropout.forward(ones(100, 1, 1)).norm(0)).toBeLessThan(80);
  expect(dropout.output.max()).toBe(1);
});

test("SpatialDropout and VolumetricDropout refuse other dimensions and probabilities, and print p", () => {
  expect(() => new SpatialDropout().forward(ones(2, 2))).toThrow(
    "SpatialDropout(0.500000): expected [C, H, W] or [N, C, H, W], got [2, 2]",
  );
  expect(() => new VolumetricDropout().forward(ones(2, 2, 2))).toThrow("[C, T, H, W] or [N, C, T, H, W]");
  expect(() => new SpatialDropout(1)).toThrow("SpatialDropout: expected a probability in [0, 1), got 1");
  expect(() => new VolumetricDropout().setp(-1)).toThrow(ArgumentError);
  expect(String(new VolumetricDropout().setp(0.3))).toBe("nn.VolumetricDropout(0.300000)");
  // @ts-expect-error: Lua's second argument
  expect(() => new SpatialDropout(0.5, true)).toThrow("SpatialDropout: expected an object of options");
});

test("WhiteNoise adds its noise in training and its mean in evaluation, without a backward there", () => {
  const noise = new WhiteNoise(3, 0.5, { generator: new Generator(1) });
  const x = zeros(4000);
  expect(noise.forward(x).mean()).toBeCloseTo(3, 1);
  expect(noise.output.std()).toBeCloseTo(0.5, 1);
  expect(noise.noise.equal(noise.output)).toBe(true);
  expect(noise.backward(x, x).equal(x)).toBe(true);
  noise.evaluate();
  expect(noise.forward(x).max()).toBe(3);
  expect(() => noise.backward(x, x)).toThrow("expected training mode in backward");
  manualSeed(1);
  const first = zeros(3).normal(0, 0.1).toArray();
  manualSeed(1);
  expect(new WhiteNoise().forward(zeros(3)).toArray()).toEqual(first);
});

test("WhiteNoise refuses standard deviations that are none", () => {
  for (const std of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => new WhiteNoise(0, std)).toThrow(ArgumentError);
  expect(() => new WhiteNoise(Number.NaN)).toThrow("WhiteNoise: expected a mean, and a standard deviation above 0");
});

test("L1Penalty averages, and leaves gradOutput out when told", () => {
  const x = tensor([-2, 0, 4, 6]);
  const averaging = new L1Penalty(2, { sizeAverage: true });
  averaging.forward(x);
  expect(averaging.loss).toBe(6);
  expect(averaging.backward(x, ones(4)).toArray()).toEqual([0.5, 1, 1.5, 1.5]);
  const alone = new L1Penalty(2, { provideOutput: false });
  alone.forward(x);
  expect(alone.backward(x, zeros(1)).toArray()).toEqual([-2, 0, 2, 2]);
});

test("L1Penalty refuses what is no weight, and a gradOutput of another size", () => {
  // @ts-expect-error: no weight
  expect(() => new L1Penalty()).toThrow("L1Penalty: expected a weight, got undefined");
  const penalty = new L1Penalty(1);
  const x = tensor([1, 2]);
  penalty.forward(x);
  expect(() => penalty.backward(x, ones(3))).toThrow(ShapeError);
  expect(penalty.gradInput.nElement()).toBe(0);
  penalty.clearState();
  expect(x.toArray()).toEqual([1, 2]);
});

test("backward in training after a forward in evaluation alone says that a mask is missing", () => {
  for (const [module, x] of [
    [new Dropout(0.25, { inplace: true }), ones(2, 3)],
    [new SpatialDropout(0.25), ones(2, 2, 2)],
  ] as const) {
    module.evaluate().forward(x);
    module.training();
    const gradOutput = ones(...x.size());
    expect(() => module.backward(x, gradOutput)).toThrow(ArgumentError);
    expect(() => module.backward(x, gradOutput)).toThrow(
      ": expected a forward in training mode before backward, got none",
    );
    expect(module.gradInput.nElement()).toBe(0);
  }
});
