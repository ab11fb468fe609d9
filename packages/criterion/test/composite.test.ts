import { errorPath, flattened, formatSizes, Module } from "@rushlight/module";
import { IndexError, ShapeError, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, expectTypeOf, test } from "vitest";
import {
  AbsCriterion,
  ClassNLLCriterion,
  DistanceRatioCriterion,
  L1Cost,
  type Labels,
  MarginRankingCriterion,
  ModuleCriterion,
  MSECriterion,
  MultiCriterion,
  ParallelCriterion,
  type TensorPair,
} from "../src/index.ts";
import { labels } from "./support/tensors.ts";

class Square extends Module {
  override updateOutput(input: Tensor): Tensor {
    return this.output.resizeAs(input).copy(input).cmul(input);
  }
  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(input).copy(gradOutput).cmul(input).mul(2);
  }
}

test("the types of a sum follow its criterions, and those that take something else are refused", () => {
  const both = new MultiCriterion().add(new ClassNLLCriterion()).add(new MSECriterion());
  expectTypeOf(both.forward).parameters.toEqualTypeOf<[Tensor, Tensor]>();
  const more = new MultiCriterion().add(new MSECriterion()).add(new ClassNLLCriterion()).add(new L1Cost());
  expectTypeOf(more.forward).parameters.toEqualTypeOf<[Tensor, Tensor]>();
  expectTypeOf(more.backward).returns.toEqualTypeOf<Tensor>();
  // @ts-expect-error: pairs where the others take tensors
  more.add(new MarginRankingCriterion());
  const side = new ParallelCriterion().add(new MarginRankingCriterion()).add(new ClassNLLCriterion());
  expectTypeOf(side.forward).parameter(0).toEqualTypeOf<readonly [TensorPair, Tensor]>();
  expectTypeOf(side.forward).parameter(1).toEqualTypeOf<readonly [Labels, Labels]>();
  const one = new ParallelCriterion({ repeatTarget: true }).add(new ClassNLLCriterion()).add(new MSECriterion());
  expectTypeOf(one.forward).parameter(0).toEqualTypeOf<readonly [Tensor, Tensor]>();
  expectTypeOf(one.forward).parameter(1).toEqualTypeOf<Tensor>();
});

test("a sum of no criterions costs nothing, and its gradient is 0", () => {
  const criterion = new MultiCriterion();
  expect(criterion.forward(tensor([1, 2]), undefined)).toBe(0);
  const gradient = criterion.backward([tensor([1, 2]), [tensor([3])]], undefined);
  expect(formatSizes(gradient)).toBe("{[2], {[1]}}");
  expect(flattened(gradient).every((part) => part.norm() === 0)).toBe(true);
});

test("the gradient of a sum of criterions of tables is a table", () => {
  const criterion = new MultiCriterion().add(new MarginRankingCriterion(), 2).add(new DistanceRatioCriterion(), 4);
  const pair = [tensor([1]), tensor([1])] as const;
  expect(criterion.forward(pair, 1)).toBeCloseTo(2 + 4 * Math.log(2), 5);
  expect(criterion.backward(pair, 1).map((gradient) => gradient.toArray())).toEqual([[-2 + 2], [2 - 2]]);
});

test("criterions that average do so on their own, also when the field changes later", () => {
  const mean = new MSECriterion();
  const criterion = new MultiCriterion().add(mean);
  expect(criterion.forward(tensor([2, 0]), zeros(2))).toBe(2);
  mean.sizeAverage = false;
  expect(criterion.forward(tensor([2, 0]), zeros(2))).toBe(4);
});

test("what is no criterion, and a weight that is no number, are not added", () => {
  const [sum, side] = [new MultiCriterion(), new ParallelCriterion()];
  // @ts-expect-error: no criterion
  expect(() => sum.add(undefined)).toThrow("MultiCriterion.add: expected a criterion, got undefined");
  // @ts-expect-error: a module
  expect(() => side.add(new Square())).toThrow("ParallelCriterion.add: expected a criterion, got nn.Square");
  expect(() => sum.add(new MSECriterion(), Number.NaN)).toThrow("expected a weight that is a number, got NaN");
  expect([...sum.criterions, ...sum.weights, ...side.criterions]).toEqual([]);
});

test("criterions side by side take one input and one target each", () => {
  const criterion = new ParallelCriterion().add(new MSECriterion()).add(new ClassNLLCriterion(), 0.5);
  criterion.backward([tensor([1]), tensor([-1, -2])], [tensor([0]), 1]);
  const before = criterion.gradInput.map((gradient) => gradient.toArray());
  const wrong = (): unknown => criterion.backward([tensor([2]), tensor([-1, -2])], [tensor([0]), 2]);
  expect(wrong).toThrow("got 2 in row 0 (at ParallelCriterion › 1 › ClassNLLCriterion)");
  expect(wrong).toThrow(IndexError);
  try {
    wrong();
  } catch (error) {
    expect(errorPath(error)).toBe("ParallelCriterion › 1 › ClassNLLCriterion");
  }
  expect(criterion.gradInput.map((gradient) => gradient.toArray())).toEqual(before);
  // @ts-expect-error: one input
  expect(() => criterion.forward([tensor([1])], [tensor([0]), 1])).toThrow(
    "ParallelCriterion: expected an input of 2 members, one for each criterion, got 1",
  );
  // @ts-expect-error: one target for all
  expect(() => criterion.forward([tensor([1]), tensor([1])], tensor([0]))).toThrow(
    "ParallelCriterion: expected a target of 2 members, one for each criterion, got no table",
  );
  // @ts-expect-error: a tensor
  expect(() => criterion.forward(tensor([1]), [tensor([0]), 1])).toThrow("got a tensor");
});

test("with repeatTarget, criterions side by side compare with one target", () => {
  const criterion = new ParallelCriterion({ repeatTarget: true }).add(new MSECriterion(), 2).add(new AbsCriterion());
  expect(criterion.forward([tensor([1]), tensor([4])], tensor([2]))).toBe(4);
  expect(criterion.backward([tensor([1]), tensor([4])], tensor([2])).map((g) => g.toArray())).toEqual([[-4], [1]]);
  // @ts-expect-error: Lua's only argument
  expect(() => new ParallelCriterion(true)).toThrow("an object of options (repeatTarget)");
});

test("clones and conversions of criterions of criterions reach all of them", () => {
  const criterion = new ParallelCriterion().add(new MultiCriterion().add(new MSECriterion()));
  const clone = criterion.clone().double();
  expect(clone.criterions[0].type()).toBe("float64");
  expect(criterion.criterions[0].type()).toBe("float32");
  expect(clone.forward([zeros([2], { dtype: "float64" }).fill(1)], [zeros([2], { dtype: "float64" })])).toBe(1);
});

test("an input goes through its module and back, a target through its own", () => {
  const criterion = new ModuleCriterion(new MSECriterion(), new Square(), new Square());
  expect(criterion.forward(tensor([3]), tensor([2]))).toBe(25);
  expect(criterion.backward(tensor([3]), tensor([2])).toArray()).toEqual([2 * 5 * 2 * 3]);
  const ofTarget = new ModuleCriterion(new MSECriterion(), undefined, new Square());
  expect(ofTarget.forward(tensor([3]), tensor([2]))).toBe(1);
  expect(ofTarget.backward(tensor([3]), tensor([2])).toArray()).toEqual([-2]);
  expectTypeOf(new ModuleCriterion(new ClassNLLCriterion(), new Square()).forward).parameters.toEqualTypeOf<
    [Tensor, Labels]
  >();
  // @ts-expect-error: a module from tensors before a criterion of pairs
  expect(() => new ModuleCriterion(new MarginRankingCriterion(), new Square()).forward(tensor([1]), 1)).toThrow(
    ShapeError,
  );
});

test("conversion leaves the target module as it is, when asked to", () => {
  const kept = new ModuleCriterion(new MSECriterion(), new Square(), new Square(), { castTarget: false }).double();
  expect(kept.targetModule?.type()).toBe("float32");
  expect(kept.inputModule?.type()).toBe("float64");
  expect(kept.type()).toBe("float64");
  const converted = new ModuleCriterion(new MSECriterion(), new Square(), new Square()).double();
  expect(converted.targetModule?.type()).toBe("float64");
  // @ts-expect-error: no criterion
  expect(() => new ModuleCriterion(new Square())).toThrow("ModuleCriterion: expected a criterion, got nn.Square");
  // @ts-expect-error: Lua's last argument
  expect(() => new ModuleCriterion(new MSECriterion(), undefined, undefined, false)).toThrow("an object of options");
});

test("a list of labels goes with criterions that take labels", () => {
  const criterion = new MultiCriterion().add(new ClassNLLCriterion()).add(new ClassNLLCriterion(), 0.5);
  expect(criterion.forward(tensor([[-1, -2]]), labels(1))).toBe(3);
});
