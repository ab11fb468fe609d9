import { tensor, zeros } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import {
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  type FirstOrderOptions,
  NAG,
  RMSprop,
  Rprop,
  SGD,
  type SgdConfig,
} from "../src/index.ts";

const f64 = { dtype: "float64" } as const;

describe("groups of parameters", () => {
  test("have settings of their own, and those of the optimiser for the rest", () => {
    const x = tensor([10, 10, 10, 10, 10], f64);
    const gradient = tensor([1, 1, 1, 1, 1], f64);
    const optimizer = new SGD(x, {
      learningRate: 1,
      weightDecay: 0.1,
      groups: [
        { range: [1, 2], weightDecay: 0 },
        { range: [3, 5], learningRate: 2 },
      ],
    });
    optimizer.step(() => [0, gradient]);
    expect(x.toArray()).toEqual([8, 9, 8, 6, 6]);
  });

  test("are found by tensors in the memory of the flat vector, which need not be neighbours", () => {
    const storage = zeros([10], f64);
    const flat = storage.narrow(0, 2, 8);
    const [weight, bias] = [storage.narrow(0, 2, 6).view(2, 3), storage.narrow(0, 8, 2)];
    const first = storage.narrow(0, 2, 1);
    const optimizer = new SGD(flat, { learningRate: 1, groups: [{ parameters: [bias, first], learningRate: 3 }] });
    optimizer.step(() => [0, zeros([8], f64).fill(1)]);
    expect(weight.toArray()).toEqual([
      [-3, -1, -1],
      [-1, -1, -1],
    ]);
    expect(bias.toArray()).toEqual([-3, -3]);
  });

  test("take their part of the settings that have a number for each parameter", () => {
    const x = zeros([3], f64);
    const learningRates = tensor([1, 2, 3], f64);
    const optimizer = new SGD(x, { learningRate: 1, learningRates, groups: [{ range: [2, 3], learningRate: 10 }] });
    optimizer.step(() => [0, tensor([1, 1, 1], f64)]);
    expect(x.toArray()).toEqual([-1, -2, -30]);
  });

  test("look ahead together, and go back together when the evaluation fails", () => {
    const x = tensor([1, 1], f64);
    const optimizer = new NAG(x, { learningRate: 1, momentum: 0.5, groups: [{ range: [0, 1], momentum: 0.25 }] });
    optimizer.step(() => [0, tensor([1, 1], f64)]);
    let seen: unknown;
    const failing = (): never => {
      seen = x.toArray();
      throw new Error("stop");
    };
    expect(() => optimizer.step(failing)).toThrow("stop");
    expect(seen).toEqual([-0.25, -0.5]);
    expect(x.toArray()).toEqual([0, 0]);
  });

  test("have an average over all", () => {
    const x = tensor([1, 2, 3], f64);
    const optimizer = new ASGD(x, { eta0: 0.5, t0: 0, lambda: 0, groups: [{ range: [1, 2], eta0: 0 }] });
    expect(optimizer.average().toArray()).toEqual([1, 2, 3]);
    for (let i = 0; i < 3; i++) optimizer.step(() => [0, tensor([1, 1, 1], f64)]);
    expect(x.toArray()).toEqual([-0.5, 2, 1.5]);
    expect(optimizer.average().toArray()).toEqual([-0.25, 2, 1.75]);
  });

  test("are refused by name when they make no sense, before anything is evaluated", () => {
    const x = zeros([4], f64);
    const other = zeros([2], f64);
    const refused: readonly (readonly [FirstOrderOptions<SgdConfig>["groups"], string])[] = [
      [[{ range: [0, 5] }], "sgd: expected a range in 4 parameters in group 0, got [0, 5]"],
      [[{ range: [1, 1] }], "got [1, 1]"],
      [[{ range: [0, 0.5] }], "got [0, 0.5]"],
      [
        [{ range: [0, 2] }, { range: [1, 3] }],
        "expected every parameter in one group, got element 1 in groups 0 and 1",
      ],
      [[{ parameters: [undefined] }], "sgd: expected tensors as parameters of group 0, got undefined"],
      [[{ parameters: other }], "of group 0, got a tensor of size [2] elsewhere; call getParameters() first"],
      [[{ range: [0, 1], momentum: -1 }], "sgd, group 0: expected a number from 0 up as momentum, got -1"],
      [[{ range: [0, 1], nesterov: true }], "sgd, group 0: expected a momentum above 0"],
    ];
    for (const [groups, message] of refused) expect(() => new SGD(x, { groups: groups ?? [] })).toThrow(message);
    const misplaced: readonly (readonly [unknown, string])[] = [
      [{}, "sgd: expected parameters or a range in group 0, got neither"],
      [{ range: [0, 1], parameters: x }, "in group 0, got both"],
      [null, "sgd, group 0: expected an object of options"],
      [{ range: 3 }, "sgd: expected a range in 4 parameters in group 0, got 3"],
      [{ range: [0, 1, 2] }, "in group 0, got an array"],
      [{ parameters: "bias" }, 'sgd: expected tensors as parameters of group 0, got "bias"'],
      [{ range: [0, 1], clipNorm: 1 }, 'got "clipNorm"'],
      [{ range: [0, 1], groups: [] }, 'got "groups"'],
    ];
    for (const [group, message] of misplaced) {
      expect((): unknown => Reflect.construct(SGD, [x, { groups: [group] }])).toThrow(message);
    }
    const misspelt = { range: [0, 1], weigthDecay: 0 };
    expect((): unknown => Reflect.construct(SGD, [x, { groups: [misspelt] }])).toThrow('got "weigthDecay"');
    const vector = { range: [0, 1], weightDecays: other };
    expect((): unknown => Reflect.construct(SGD, [x, { groups: [vector] }])).toThrow(
      "expected weightDecays among the settings",
    );
    expect((): unknown => Reflect.construct(SGD, [x, { groups: 3 }])).toThrow(
      "sgd: expected an array of groups, got 3",
    );
    expect(() => new Adam(zeros([2, 2], f64), { groups: [{ range: [0, 1] }] })).toThrow(
      "adam: expected a flat vector of parameters for groups, got size [2, 2]",
    );
    expect((): unknown => Reflect.construct(Rprop, [x, { groups: [{ range: [0, 1], niter: 2 }] }])).toThrow(
      "rprop, group 0: expected niter for all parameters",
    );
  });

  test("may name a tensor more than once, as tied layers do, and leave a setting undefined", () => {
    const x = zeros([4], f64);
    const [tied, part] = [x.narrow(0, 1, 2), x.narrow(0, 2, 1)];
    const groups = [{ parameters: [tied, part, tied], learningRate: 2, weightDecay: undefined }];
    // Without exactOptionalPropertyTypes the compiler lets this pass.
    const optimizer = Reflect.construct(SGD, [x.fill(1), { learningRate: 1, weightDecay: 1, groups }]) as SGD;
    optimizer.step(() => [0, zeros([4], f64)]);
    expect(x.toArray()).toEqual([0, -1, -1, 0]);
  });

  test.each([SGD, NAG, Adam, AdamW, Adamax, Adagrad, RMSprop])(
    "stay where they are, all of them, when the schedule of the last one fails (%o)",
    (Method) => {
      const x = tensor([1, 2], f64);
      const learningRate = { at: (step: number) => (step === 1 ? Number.NaN : 0.1) };
      const optimizer = new Method(x, { learningRate: 0.1, groups: [{ range: [1, 2], learningRate }] });
      const gradient = tensor([1, 1], f64);
      optimizer.step(() => [0, gradient]);
      const [before, remembered] = [x.toArray(), optimizer.state()];
      expect(() => optimizer.step(() => [0, gradient])).toThrow(
        "expected a finite number as learningRate.at(1), got NaN",
      );
      expect(x.toArray()).toEqual(before);
      expect(optimizer.state()).toEqual(remembered);
    },
  );

  test("are loaded as they were saved, and not otherwise", () => {
    const options = { momentum: 0.9, groups: [{ range: [0, 2] as const }] };
    const grouped = new SGD(zeros([4], f64), options);
    grouped.step(() => [0, zeros([4], f64).fill(1)]);
    expect(() => new SGD(zeros([4], f64), { momentum: 0.9 }).load(grouped.state())).toThrow(
      "sgd: expected a state of 1 parts of the parameters, got 2",
    );
  });
});
