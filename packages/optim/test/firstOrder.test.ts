import { type FloatDType, storageAllocations, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { type Evaluation, type OptimizerState, restoreState, saveState } from "../src/index.ts";
import { methods } from "./methods.ts";

/** ½·Σ kᵢ·xᵢ², with the gradient in a tensor that every evaluation overwrites, as a network does. */
function bowl(dtype: FloatDType): Evaluation {
  const curvature: Tensor = tensor([1, 10, 3, 0.5, 7], { dtype });
  const gradient: Tensor = zeros([5], { dtype });
  return (x) => [gradient.copy(x).cmul(curvature).dot(x) / 2, gradient];
}

const begin = (dtype: FloatDType): Tensor => tensor([1, -2, 0.3, 4, -0.5], { dtype });

/** What JSON makes of it. */
const throughText = (state: OptimizerState): OptimizerState => JSON.parse(JSON.stringify(state)) as OptimizerState;

describe.each(methods)("$name", ({ name, step, create, config }) => {
  test("goes down with its default settings", () => {
    const x = begin("float64");
    const evaluate = bowl("float64");
    const [before] = evaluate(x);
    for (let i = 0; i < 20; i++) step(evaluate, x, {}, restoreState({}));
    expect(evaluate(x)[0]).toBeLessThan(before);
  });

  test("gives the losses before its steps, and the parameters, which it changes in place", () => {
    const x = begin("float64");
    const [before] = bowl("float64")(x);
    const result = step(bowl("float64"), x, config, {});
    expect(result.x).toBe(x);
    expect(result.losses[0]).toBe(before);
    expect(x.toArray()).not.toEqual(begin("float64").toArray());
  });

  test("takes the same steps as a class", () => {
    const [x, y] = [begin("float64"), begin("float64")];
    const optimizer = create(y, config);
    const state = {};
    for (let i = 0; i < 10; i++) {
      const { losses } = step(bowl("float64"), x, config, state);
      expect(optimizer.step(bowl("float64")).losses).toEqual(losses);
    }
    expect(y.toArray()).toEqual(x.toArray());
    expect(optimizer.parameters).toBe(y);
  });

  test("remembers with the memory of the parameters when no state is given", () => {
    const [x, y] = [begin("float64"), begin("float64")];
    const state = {};
    for (let i = 0; i < 5; i++) {
      step(bowl("float64"), x, config, state);
      Reflect.apply(step, undefined, [bowl("float64"), y, config]);
    }
    expect(y.toArray()).toEqual(x.toArray());
  });

  test.each(["float32", "float64"] as const)("goes on from a saved state to the last bit (%s)", (dtype) => {
    const x = begin(dtype);
    const options = { ...config, clipNorm: 3, groups: [{ range: [1, 3] as const }] };
    const whole = create(x, options);
    for (let i = 0; i < 7; i++) whole.step(bowl(dtype));
    const saved = throughText(whole.state());
    const y = x.clone();
    for (let i = 0; i < 8; i++) whole.step(bowl(dtype));

    const resumed = create(y, options).load(saved);
    for (let i = 0; i < 8; i++) resumed.step(bowl(dtype));
    expect(y.toArray()).toEqual(x.toArray());
    expect(resumed.state()).toEqual(whole.state());
  });

  test("goes on from a saved state object to the last bit", () => {
    const x = begin("float32");
    const state = {};
    for (let i = 0; i < 7; i++) step(bowl("float32"), x, config, state);
    const y = x.clone();
    const restored = restoreState(saveState(state));
    for (let i = 0; i < 8; i++) {
      step(bowl("float32"), x, config, state);
      step(bowl("float32"), y, config, restored);
    }
    expect(y.toArray()).toEqual(x.toArray());
  });

  test("leaves the gradient as it is, and takes no memory from the second step on", () => {
    const x = begin("float32");
    const gradient = tensor([1, -2, 3, -4, 5]);
    const optimizer = create(x, { ...config, clipValue: 2 });
    const grouped = create(begin("float32"), { ...config, groups: [{ range: [0, 2] as const }] });
    for (let i = 0; i < 2; i++) for (const each of [optimizer, grouped]) each.step(() => [0, gradient]);
    const before = storageAllocations();
    for (let i = 0; i < 5; i++) for (const each of [optimizer, grouped]) each.step(() => [0, gradient]);
    expect(storageAllocations()).toBe(before);
    expect(gradient.toArray()).toEqual([1, -2, 3, -4, 5]);
  });

  test("leaves the parameters where they were when the evaluation fails", () => {
    const x = begin("float64");
    const state = {};
    for (let i = 0; i < 3; i++) step(bowl("float64"), x, config, state);
    const [before, remembered] = [x.clone(), saveState(state)];
    const fails = (): never => {
      throw new Error("no more data");
    };
    expect(() => step(fails, x, config, state)).toThrow("no more data");
    expect(() => step(() => [0, zeros([2], { dtype: "float64" })], x, config, state)).toThrow(
      `${name}: expected a gradient of the parameters' size [5], got [2]`,
    );
    expect(x.toArray()).toEqual(before.toArray());
    expect(saveState(state)).toEqual(remembered);
  });

  test("steps parameters and gradients that are not contiguous like others, without taking memory", () => {
    const curvature = tensor(
      [
        [1, 10],
        [3, 0.5],
      ],
      { dtype: "float64" },
    );
    const evaluate: Evaluation = (x) => [0, x.clone().cmul(curvature)];
    const x = tensor(
      [
        [1, -2],
        [0.3, 4],
      ],
      { dtype: "float64" },
    );
    const strided = x.t().contiguous().t();
    const [state, other] = [{}, {}];
    for (let i = 0; i < 5; i++) {
      step(evaluate, x, config, state);
      step((at) => [0, evaluate(at)[1].t().contiguous().t()], strided, config, other);
    }
    expect(strided.toArray()).toEqual(x.toArray());
    const gradient = strided.clone().t();
    const evaluateAgain: Evaluation = () => [0, gradient];
    step(evaluateAgain, strided, config, other);
    const before = storageAllocations();
    step(evaluateAgain, strided, config, other);
    expect(storageAllocations()).toBe(before);
  });

  test("refuses settings that do not exist, parameters that are no floats, and the state of others, by name", () => {
    const x = begin("float64");
    const evaluate = (): never => {
      throw new Error("evaluated");
    };
    expect(() => step(evaluate, x, { learning_rate: 1 }, {})).toThrow(new RegExp(`^${name}: .*got "learning_rate"`));
    expect(() => step(evaluate, x, { groups: [] }, {})).toThrow(new RegExp(`^${name}: .*got "groups"`));
    expect(() => step(evaluate, zeros([2], { dtype: "int32" }), {}, {})).toThrow(
      `${name}: expected float32 or float64 parameters, got int32`,
    );
    expect(() => step(evaluate, x, {}, { learningRate: 1 })).toThrow(`${name}: expected a state with`);
    expect(() => create(x, { clipNorm: 0 })).toThrow(`${name}: expected a number above 0 as clipNorm, got 0`);
    const other = { optimizer: "other", parts: [] };
    expect(() => create(x, {}).load(other)).toThrow(`${name}: expected a state of ${name}, got one of "other"`);
    expect(x.toArray()).toEqual(begin("float64").toArray());
  });

  test("refuses what is no evaluation, and evaluations that give no loss or no gradient; nothing changes", () => {
    const x = begin("float64");
    const state = {};
    const gradient = x.clone();
    const refused: readonly (readonly [unknown, string])[] = [
      [undefined, "expected a function that gives [loss, gradient], got undefined"],
      [() => undefined, "expected [loss, gradient] from the evaluation, got undefined"],
      [() => 3, "expected [loss, gradient] from the evaluation, got 3"],
      [() => Promise.resolve([3, gradient]), "got a promise; an evaluation cannot be async"],
      [() => [3], "expected a gradient from the evaluation, got undefined"],
      [() => ["3", gradient], 'expected a number as the loss, got "3"'],
      [() => [gradient, gradient], "expected a number as the loss, got an object"],
    ];
    for (const [evaluate, message] of refused) {
      expect((): unknown => Reflect.apply(step, undefined, [evaluate, x, config, state])).toThrow(message);
    }
    expect(x.toArray()).toEqual(begin("float64").toArray());
    expect(state).toEqual({});
  });

  test("refuses settings and states that are none, and parameters of which one element stands for several", () => {
    const evaluate = (): never => {
      throw new Error("evaluated");
    };
    const x = begin("float64");
    expect((): unknown => Reflect.apply(step, undefined, [evaluate, x, config, null])).toThrow(
      `${name}: expected an object as state, got null`,
    );
    expect((): unknown => Reflect.apply(step, undefined, [evaluate, x, null, {}])).toThrow(
      `${name}: expected an object of options`,
    );
    expect(() => step(evaluate, x.narrow(0, 0, 1).expand(3), config, {})).toThrow("whose elements are apart");
    const optimizer = create(x, config);
    x.resize(7);
    optimizer.step(() => [0, zeros([7], { dtype: "float64" })]);
    x.resize(5);
    const before = x.toArray();
    expect(() => optimizer.step(evaluate)).toThrow("in the state of the parameters' size [5], got [7]");
    expect(x.toArray()).toEqual(before);
  });

  test("takes the parameters themselves for a gradient, and parameters without elements", () => {
    const [x, y] = [begin("float64"), begin("float64")];
    const options = { ...config, groups: [{ range: [0, 3] as const }] };
    const [self, other] = [create(x, options), create(y, options)];
    for (let i = 0; i < 3; i++) {
      self.step((x) => [0, x]);
      other.step((y) => [0, y.clone()]);
    }
    expect(x.toArray()).toEqual(y.toArray());
    const empty = zeros([0], { dtype: "float64" });
    const state = {};
    for (let i = 0; i < 2; i++) expect(step(() => [5, empty.clone()], empty, config, state).losses[0]).toBe(5);
  });

  test("refuses a saved state of other parameters and keeps its own", () => {
    const small = create(zeros([2], { dtype: "float64" }), config);
    small.step(() => [0, zeros([2], { dtype: "float64" })]);
    const optimizer = create(begin("float64"), config);
    optimizer.step(bowl("float64"));
    const before = optimizer.state();
    expect(() => optimizer.load(small.state())).toThrow(/in the state of the parameters' size \[5\], got \[2\]/);
    expect(optimizer.state()).toEqual(before);
  });

  test("moves groups as if each were alone", () => {
    const x = begin("float64");
    const [front, back] = [x.narrow(0, 0, 2).clone(), x.narrow(0, 2, 3).clone()];
    const gradient = tensor([1, -2, 3, -4, 5], { dtype: "float64" });
    const optimizer = create(x, { ...config, groups: [{ parameters: x.narrow(0, 0, 2) }] });
    const alone = [create(front, config), create(back, config)];
    for (let i = 0; i < 4; i++) {
      optimizer.step(() => [0, gradient]);
      alone[0].step(() => [0, gradient.narrow(0, 0, 2)]);
      alone[1].step(() => [0, gradient.narrow(0, 2, 3)]);
    }
    expect(x.toArray()).toEqual([...(front.toArray() as number[]), ...(back.toArray() as number[])]);
  });
});

// The velocity of sgd comes with momentum, which may begin later; rprop counts no steps.
const counting = methods.filter(({ name }) => name !== "sgd" && name !== "rprop");

test.each(counting)("$name refuses a state that lacks what its steps leave, and keeps its own", (method) => {
  const { name, step, create, config } = method;
  const optimizer = create(begin("float64"), config);
  for (let i = 0; i < 2; i++) optimizer.step(bowl("float64"));
  const before = optimizer.state();
  const [whole] = before.parts;
  const vectors = Object.keys(whole).filter((field) => typeof whole[field] === "object");
  expect(vectors.length).toBeGreaterThan(0);
  for (const field of vectors) {
    const { [field]: _, ...rest } = whole;
    const message = `${name}: expected a state with ${field}, or an empty one, got one without`;
    expect(() => optimizer.load({ optimizer: name, parts: [rest] })).toThrow(message);
    expect(() => step(bowl("float64"), begin("float64"), config, restoreState(rest))).toThrow(message);
  }
  expect(optimizer.state()).toEqual(before);
});
