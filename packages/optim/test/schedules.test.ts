import { ArgumentError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  CosineDecay,
  ExponentialDecay,
  OneCycle,
  Plateau,
  type PlateauState,
  rmsprop,
  type Schedule,
  SGD,
  StepDecay,
  sgd,
  WarmUp,
} from "../src/index.ts";

const values = (schedule: Schedule, ...steps: number[]): number[] => steps.map((step) => schedule.at(step));

test("a step decay falls at every so many steps, or at milestones", () => {
  expect(values(new StepDecay(8, { every: 3, factor: 0.5 }), 0, 2, 3, 5, 6, 9)).toEqual([8, 8, 4, 4, 2, 1]);
  expect(values(new StepDecay(8, { milestones: [2, 3, 7], factor: 0.5 }), 0, 1, 2, 3, 6, 7, 99)).toEqual([
    8, 8, 4, 2, 2, 1, 1,
  ]);
  expect(new StepDecay(1, { every: 1 }).at(1)).toBe(0.1);
});

test("an exponential decay multiplies by its factor in as many steps as it says", () => {
  expect(values(new ExponentialDecay(8, { factor: 0.5 }), 0, 1, 3)).toEqual([8, 4, 1]);
  expect(values(new ExponentialDecay(8, { factor: 0.25, every: 4 }), 0, 2, 4)).toEqual([8, 4, 2]);
});

test("a cosine decay goes from its value to its end and stays there", () => {
  const schedule = new CosineDecay(3, { steps: 10, end: 1 });
  expect(values(schedule, 0, 10, 11, 1000)).toEqual([3, 1, 1, 1]);
  expect(schedule.at(5)).toBeCloseTo(2, 14);
  for (let step = 0; step < 10; step++) expect(schedule.at(step + 1)).toBeLessThan(schedule.at(step));
});

test("one cycle has PyTorch's values", () => {
  // torch.optim.lr_scheduler.OneCycleLR(max_lr=0.5, total_steps=20)
  const schedule = new OneCycle(0.5, { steps: 20 });
  const rising = [0.02, 0.06583592135001265, 0.18583592135001265, 0.3341640786499874, 0.45416407864998737, 0.5];
  const falling = [0.49373200311754367, 0.47524231600673683, 0.445458088785525, 0.40587282697488153];
  [...rising, ...falling].forEach((value, step) => {
    expect(schedule.at(step)).toBeCloseTo(value, 14);
  });
  expect(schedule.at(18)).toBeCloseTo(0.006269996882456277, 14);
  expect(schedule.at(19)).toBe(0.02 / 1e4);
  expect(schedule.at(500)).toBe(0.02 / 1e4);
  // With pct_start=1 the last step is the peak.
  expect(values(new OneCycle(0.5, { steps: 20, rise: 1 }), 19, 20)).toEqual([0.5, 0.02 / 1e4]);
});

test("a warm-up rises in equal parts from above nothing, then lets the schedule begin", () => {
  expect(values(new WarmUp(1, { steps: 3 }), 0, 1, 2, 3, 4)).toEqual([0.25, 0.5, 0.75, 1, 1]);
  expect(values(new WarmUp(1, { steps: 1, from: 0.5 }), 0, 1)).toEqual([0.75, 1]);
  expect(values(new WarmUp(new StepDecay(8, { every: 2, factor: 0.5 }), { steps: 1 }), 0, 1, 2, 3)).toEqual([
    4, 8, 8, 4,
  ]);
});

test("a plateau falls when losses have been no better for longer than its patience", () => {
  const rate = new Plateau(1, { factor: 0.5, patience: 2, threshold: 0 });
  expect([3, 2, 2, 2.5, 2, 1.9, 2, 2, 2].map((loss) => rate.observe(loss))).toEqual([
    1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25,
  ]);
});

test("a plateau ignores losses while it cools down, counts NaN as no better, and has a lowest value", () => {
  const rate = new Plateau(1, { factor: 0.5, patience: 0, cooldown: 2, lowest: 0.4 });
  expect([1, Number.NaN, 1, 1, 1].map((loss) => rate.observe(loss))).toEqual([1, 0.5, 0.5, 0.5, 0.4]);
  expect([1, 1, 1].map((loss) => rate.observe(loss))).toEqual([0.4, 0.4, 0.4]);
});

test("a plateau waits for a finite loss to begin with", () => {
  const rate = new Plateau(1, { factor: 0.5, patience: 1 });
  expect([Number.POSITIVE_INFINITY, 5, 4, 3, 2].map((loss) => rate.observe(loss))).toEqual([1, 1, 1, 1, 1]);
  expect(rate.state().best).toBe(2);
});

test("a plateau asks for losses that are lower by a share, negative ones too", () => {
  const rate = new Plateau(1, { factor: 0.5, patience: 0, threshold: 0.1 });
  expect([-10, -10.5, -11.1].map((loss) => rate.observe(loss))).toEqual([1, 0.5, 0.5]);
});

test("a plateau goes on from its saved state", () => {
  const whole = new Plateau(1, { factor: 0.5, patience: 2 });
  for (const loss of [3, 3, 3]) whole.observe(loss);
  const resumed = new Plateau(1, { factor: 0.5, patience: 2 }).load(
    JSON.parse(JSON.stringify(whole.state())) as PlateauState,
  );
  expect([3, 3].map((loss) => resumed.observe(loss))).toEqual([3, 3].map((loss) => whole.observe(loss)));
  expect(resumed.at(0)).toBe(0.5);
  expect(() => resumed.load({ value: Number.NaN, best: 0, waited: 0, cooling: 0 })).toThrow(ArgumentError);
  expect((): unknown => Reflect.apply(resumed.load, resumed, [null])).toThrow("Plateau: expected an object");
  expect((): unknown => Reflect.apply(resumed.load, resumed, [{ value: 1, waited: 0, cooling: 0 }])).toThrow(
    "Plateau: expected a finite number as best, got undefined",
  );
  expect(resumed.at(0)).toBe(0.5);
});

test("the rate of every step comes from the schedule, in both forms", () => {
  const [x, y] = [tensor([10], { dtype: "float64" }), tensor([10], { dtype: "float64" })];
  const learningRate = new StepDecay(1, { every: 2, factor: 0.5 });
  const optimizer = new SGD(y, { learningRate });
  const gradient = tensor([1], { dtype: "float64" });
  const seen = [1, 2, 3, 4, 5].map(() => {
    sgd(() => [0, gradient], x, { learningRate });
    optimizer.step(() => [0, gradient]);
    return x.get(0);
  });
  expect(seen).toEqual([9, 8, 7.5, 7, 6.75]);
  expect(y.get(0)).toBe(6.75);
});

test("a schedule gives what its setting takes, or is refused", () => {
  const x = zeros([1], { dtype: "float64" });
  const momentum = { at: () => -1 };
  expect(() => sgd(() => [0, x.clone()], x, { momentum })).toThrow(
    "sgd: expected a number from 0 up as momentum.at(0), got -1",
  );
});

test("momentum may follow a schedule", () => {
  const x = tensor([0], { dtype: "float64" });
  const gradient = tensor([1], { dtype: "float64" });
  const config = { learningRate: 1, momentum: new StepDecay(0.5, { milestones: [2], factor: 0 }), dampening: 0 };
  const seen = [1, 2, 3].map(() => sgd(() => [0, gradient], x, config).x.get(0));
  expect(seen).toEqual([-1, -2.5, -3.5]);
});

test("a schedule that gives no finite number is an error that changes nothing", () => {
  const x = zeros([1], { dtype: "float64" });
  const learningRate = { at: (step: number) => (step === 1 ? Number.NaN : 1) };
  const step = (): unknown => rmsprop(() => [0, tensor([1], { dtype: "float64" })], x, { learningRate });
  step();
  const before = x.get(0);
  expect(step).toThrow("rmsprop: expected a finite number as learningRate.at(1), got NaN");
  expect(x.get(0)).toBe(before);
});

test("schedules refuse what makes no sense, by name", () => {
  const refused: readonly (readonly [() => unknown, string])[] = [
    [() => new StepDecay(1, {}), "StepDecay: expected every or milestones, got neither"],
    [() => new StepDecay(1, { every: 2, milestones: [1] }), "got both"],
    [() => new StepDecay(1, { every: 0 }), "StepDecay: expected a whole number from 1 up as every, got 0"],
    [() => new StepDecay(1, { milestones: [3, 3] }), "rising whole numbers as milestones, got [3, 3]"],
    [() => new StepDecay(Number.NaN, { every: 1 }), "StepDecay: expected a finite number as value, got NaN"],
    [() => new ExponentialDecay(1, { factor: -1 }), "ExponentialDecay: expected a number from 0 up as factor, got -1"],
    [
      (): unknown => Reflect.construct(CosineDecay, [1, {}]),
      "CosineDecay: expected a whole number from 1 up as steps, got undefined",
    ],
    [() => new OneCycle(1, { steps: 1 }), "OneCycle: expected at least 2 as steps, got 1"],
    [() => new OneCycle(1, { steps: 9, rise: 1.5 }), "OneCycle: expected a number from 0 to 1 as rise, got 1.5"],
    [() => new WarmUp(1, { steps: 1.5 }), "WarmUp: expected a whole number from 1 up as steps, got 1.5"],
    [
      (): unknown => Reflect.construct(WarmUp, [1, { step: 3 }]),
      'WarmUp: expected options named steps, from, got "step"',
    ],
    [() => new Plateau(1, { patience: -1 }), "Plateau: expected a whole number from 0 up as patience, got -1"],
    [
      (): unknown => Reflect.apply(new Plateau(1).observe, new Plateau(1), ["1"]),
      'Plateau: expected a number as loss, got "1"',
    ],
  ];
  for (const [make, message] of refused) expect(make).toThrow(message);
});
