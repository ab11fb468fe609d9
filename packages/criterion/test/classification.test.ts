import { ArgumentError, DTypeError, IndexError, log, ShapeError, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  BCECriterion,
  ClassNLLCriterion,
  ClassSimplexCriterion,
  CrossEntropyCriterion,
  DistKLDivCriterion,
  type Labels,
  MarginCriterion,
  MultiLabelMarginCriterion,
  MultiLabelSoftMarginCriterion,
  MultiMarginCriterion,
  SoftMarginCriterion,
  SpatialClassNLLCriterion,
} from "../src/index.ts";
import { labels, memoryTaken, normal, strided } from "./support/tensors.ts";

test("the figures of cross entropy agree with those worked out by hand", () => {
  const scores = tensor(
    [
      [-1, 1],
      [-1, 1],
      [1, -1],
    ],
    { dtype: "float64" },
  );
  const criterion = new CrossEntropyCriterion().double();
  expect(criterion.forward(scores, labels(1, 1, 0))).toBeCloseTo(Math.log(1 + Math.exp(-2)), 14);
  criterion.sizeAverage = false;
  expect(criterion.sizeAverage).toBe(false);
  expect(criterion.forward(scores, labels(1, 1, 0))).toBeCloseTo(3 * Math.log(1 + Math.exp(-2)), 14);
  expect(criterion.totalWeight).toBe(3);
});

test("labels come in any dtype, and dimensions of size 1 after the classes do not matter", () => {
  const scores = normal(3, 2);
  const expected = new CrossEntropyCriterion().double().forward(scores, labels(1, 0, 1));
  const floats = tensor([1, 0, 1]);
  const images = new CrossEntropyCriterion().double();
  expect(images.forward(scores.view(3, 2, 1, 1), floats.view(3, 1, 1))).toBe(expected);
  expect(images.backward(scores.view(3, 2, 1, 1), floats.view(3, 1, 1)).size()).toEqual([3, 2, 1, 1]);
  expect(() => images.forward(normal(3, 2, 2), floats)).toThrow("expected an input [C] or [N, C], got [3, 2, 2]");
  expect(() => images.forward(scores, zeros(3, 2))).toThrow("expected labels [N], got [3, 2]");
});

test("a batch of one sample, and one of one class, stay batches", () => {
  const criterion = new CrossEntropyCriterion();
  expect(criterion.backward(zeros(1, 2), labels(1)).toArray()).toEqual([[0.5, -0.5]]);
  expect(criterion.forward(zeros(3, 1), labels(0, 0, 0))).toBe(0);
});

const ofLabels = [
  new ClassNLLCriterion(),
  new CrossEntropyCriterion(),
  new ClassSimplexCriterion(4),
  new MultiMarginCriterion(),
] as const;

test.each(ofLabels.map((criterion) => [criterion.constructor.name, criterion] as const))(
  "%s names a label that is no class with its row, and writes nothing",
  (name, criterion) => {
    const input = zeros(3, 4);
    const bad: readonly (readonly [Labels, string])[] = [
      [labels(0, 4, 1), `${name}: expected class labels from 0 to 3, got 4 in row 1`],
      [labels(0, 1, -1), "got -1 in row 2"],
      [tensor([0.5, 1, 2]), "got 0.5 in row 0"],
    ];
    for (const [target, message] of bad) {
      expect(() => criterion.forward(input, target)).toThrow(message);
      expect(() => criterion.backward(input, target)).toThrow(IndexError);
    }
    expect(criterion.output).toBe(0);
    expect(criterion.gradInput.nElement()).toBe(0);
    expect(() => criterion.forward(input, labels(1, 2))).toThrow(
      `${name}: expected labels [3] for an input [3, 4], got [2]`,
    );
    expect(() => criterion.forward(input, 1)).toThrow("got one number");
    expect(() => criterion.forward(zeros(2, 2, 2), labels(1, 1))).toThrow(ShapeError);
    expect(() => criterion.forward(zeros(0), labels(1))).toThrow(ShapeError);
    expect(() => criterion.forward(labels(1, 2, 3, 0), 1)).toThrow(DTypeError);
    expect(() => criterion.forward(zeros([4], { dtype: "float64" }), 1)).toThrow(
      `${name}: expected a float32 input, got float64`,
    );
  },
);

test("samples with the ignored label do not count; without any other the loss is 0", () => {
  const input = tensor([
    [-1, -2],
    [-3, -4],
  ]);
  const criterion = new ClassNLLCriterion({ ignoreIndex: -1 });
  expect(criterion.forward(input, labels(-1, 1))).toBe(4);
  expect(criterion.backward(input, labels(-1, 1)).toArray()).toEqual([
    [0, 0],
    [0, -1],
  ]);
  expect(criterion.forward(input, labels(-1, -1))).toBe(0);
  expect(criterion.backward(input, labels(-1, -1)).norm()).toBe(0);
  expect(criterion.totalWeight).toBe(0);
  expect(new CrossEntropyCriterion({ ignoreIndex: 0 }).forward(zeros(2, 2), labels(0, 0))).toBe(0);
});

test("the weight of one sample cancels when it averages", () => {
  const criterion = new ClassNLLCriterion({ weights: tensor([0.3, 0.7]) });
  expect(criterion.backward(tensor([-1, -2]), 1).toArray()).toEqual([0, -1]);
  expect(criterion.totalWeight).toBe(0);
  criterion.forward(tensor([-1, -2]), 1);
  expect(criterion.totalWeight).toBeCloseTo(0.7, 6);
});

test("weights must be a vector with one entry for each class", () => {
  const weights = zeros(2, 2);
  for (const construct of [
    () => new ClassNLLCriterion({ weights }),
    () => new CrossEntropyCriterion({ weights }),
    () => new SpatialClassNLLCriterion({ weights }),
    () => new MultiMarginCriterion(1, { weights }),
    () => new BCECriterion({ weights }),
    () => new MultiLabelSoftMarginCriterion({ weights }),
  ]) {
    expect(construct).toThrow(ShapeError);
    expect(construct).toThrow(/Criterion: expected weights \[C\], got \[2, 2\]/);
  }
  for (const criterion of [
    new ClassNLLCriterion({ weights: zeros(3) }),
    new CrossEntropyCriterion({ weights: zeros(3) }),
    new MultiMarginCriterion(1, { weights: zeros(3) }),
  ]) {
    expect(() => criterion.forward(zeros(2, 4), labels(0, 0))).toThrow(
      `${criterion.constructor.name}: expected an input of 3 classes, as many as weights, got [2, 4]`,
    );
  }
  expect(() => new BCECriterion({ weights: zeros(3) }).forward(zeros(2, 4), zeros(2, 4))).toThrow(
    "BCECriterion: expected an input with a last dimension of 3, as many as weights, got [2, 4]",
  );
});

test("options that do not exist, and Lua's positional ones in their place, are refused", () => {
  // @ts-expect-error: a misspelt option
  expect(() => new ClassNLLCriterion({ weight: zeros(2) })).toThrow(
    "ClassNLLCriterion: expected options named weights, sizeAverage, ignoreIndex",
  );
  // @ts-expect-error: Lua's first argument
  expect(() => new CrossEntropyCriterion(zeros(2))).toThrow("CrossEntropyCriterion: expected options named weights");
  // @ts-expect-error: Lua's second argument
  expect(() => new MultiMarginCriterion(1, zeros(2))).toThrow("expected options named weights, margin, sizeAverage");
  expect(() => new ClassNLLCriterion({ ignoreIndex: 0.5 })).toThrow("expected a whole ignoreIndex, got 0.5");
  expect(() => new MultiMarginCriterion(3)).toThrow("MultiMarginCriterion: expected a p of 1 or 2, got 3");
  expect(() => new MarginCriterion(Number.NaN)).toThrow("MarginCriterion: expected a margin that is a number, got NaN");
  // @ts-expect-error: options in place of the margin
  expect(() => new MarginCriterion({ sizeAverage: false })).toThrow(ArgumentError);
  expect(() => new ClassSimplexCriterion(1)).toThrow("ClassSimplexCriterion: expected at least 2 classes, got 1");
});

test("the gradient of cross entropy follows the input, and what the last forward saw of the same tensor", () => {
  const criterion = new CrossEntropyCriterion().double();
  const [a, b] = [normal(4, 3), normal(4, 3).mul(2)];
  const gradient = (input: Tensor): unknown => criterion.backward(input, labels(0, 1, 2, 1)).toArray();
  criterion.forward(a, labels(0, 1, 2, 1));
  const ofA = gradient(a);
  const ofB = gradient(b);
  expect(ofB).not.toEqual(ofA);
  expect(gradient(a)).toEqual(ofA);
  criterion.forward(a, labels(0, 1, 2, 1));
  a.copy(b);
  expect(gradient(a)).toEqual(ofA);
  expect(gradient(a.narrow(0, 0, 4))).toEqual(ofB);
});

test("labels of pixels in one column may lie anywhere", () => {
  const [images, column] = [normal(1, 3, 4, 1), labels(2, 0, 1, 2).view(1, 1, 4)];
  const pixels = new SpatialClassNLLCriterion().double();
  expect(pixels.forward(images, column.transpose(1, 2))).toBe(pixels.forward(images, column.view(1, 4, 1)));
});

test("pixels are samples of their own, and a wrong label is named with its place", () => {
  const pixels = new SpatialClassNLLCriterion({ weights: tensor([1, 2, 3]) });
  const samples = new ClassNLLCriterion({ weights: tensor([1, 2, 3]) });
  const input = normal(2, 3, 2, 2).to("float32");
  const target = labels(0, 1, 2, 2, 1, 0, 2, 1);
  const rows = input.permute(0, 2, 3, 1).contiguous().view(8, 3);
  expect(pixels.forward(input, target.view(2, 2, 2))).toBeCloseTo(samples.forward(rows, target), 6);
  expect(pixels.totalWeight).toBe(samples.totalWeight);
  const wrong = labels(0, 1, 2, 2, 1, 0, 3, 1).view(2, 2, 2);
  const message = "SpatialClassNLLCriterion: expected class labels from 0 to 2, got 3 at [1, 1, 0]";
  expect(() => pixels.forward(input, wrong)).toThrow(message);
  expect(() => pixels.backward(input, strided(wrong))).toThrow(message);
  expect(pixels.gradInput.nElement()).toBe(0);
  expect(() => pixels.forward(input, target.view(2, 4, 1))).toThrow(
    "expected labels [2, 2, 2] for an input [2, 3, 2, 2], got [2, 4, 1]",
  );
  expect(() => pixels.forward(zeros(3, 2, 2), target)).toThrow("expected an input [N, C, H, W], got [3, 2, 2]");
  expect(() => pixels.forward(zeros(1, 2, 2, 2), target.narrow(0, 0, 4).view(1, 2, 2))).toThrow(
    "an input of 3 classes",
  );
});

test("what is no tensor is refused by name, before anything else is looked at", () => {
  const scores = tensor([[1, 2]]);
  const images = zeros(1, 2, 1, 1);
  for (const call of [
    // @ts-expect-error: no labels
    () => new ClassNLLCriterion().forward(scores),
    // @ts-expect-error: no labels
    () => new CrossEntropyCriterion().forward(scores),
    // @ts-expect-error: no labels
    () => new SpatialClassNLLCriterion().forward(images),
    // @ts-expect-error: no labels
    () => new ClassSimplexCriterion(2).backward(scores),
  ]) {
    expect(call).toThrow(/Criterion: expected a tensor as labels, got undefined$/);
  }
  // @ts-expect-error: a list
  expect(() => new MultiLabelMarginCriterion().forward(scores, [0, -1])).toThrow(
    "MultiLabelMarginCriterion: expected a tensor as target, got a table of 2",
  );
  // @ts-expect-error: a number
  expect(() => new BCECriterion().forward(scores, 1)).toThrow("BCECriterion: expected a tensor as target, got 1");
  // @ts-expect-error: a table
  expect(() => new CrossEntropyCriterion().forward([scores], 1)).toThrow(
    "expected a tensor as input, got a table of 1",
  );
});

test("probabilities outside 0 to 1 are refused with their element; 0 and 1 give finite losses", () => {
  const criterion = new BCECriterion();
  criterion.backward(tensor([0.5]), tensor([1]));
  for (const [values, came] of [
    [[0.5, 1.5], "1.5 at element 1"],
    [[-0.25, 0.5], "-0.25 at element 0"],
    [[0.5, Number.NaN], "NaN at element 1"],
  ] as const) {
    expect(() => criterion.forward(tensor([...values]), zeros(2))).toThrow(`from 0 to 1, as of a sigmoid, got ${came}`);
    expect(() => criterion.backward(tensor([...values]), zeros(2))).toThrow(ArgumentError);
  }
  expect(criterion.gradInput.toArray()).toEqual([-2]);
  expect(criterion.forward(tensor([0, 1]), tensor([1, 0]))).toBeCloseTo(-Math.log(1e-12), 5);
  expect(criterion.forward(tensor([0, 1]), tensor([0, 1]))).toBe(0);
});

test("weights of answers go along the last dimension, whatever comes before it", () => {
  const weights = tensor([1, 3]);
  for (const criterion of [new BCECriterion({ weights }), new MultiLabelSoftMarginCriterion({ weights })]) {
    criterion.sizeAverage = false;
    const input = zeros(3, 1, 2).fill(0.5);
    const once = criterion.forward(tensor([0.5]).expand(2), zeros(2));
    expect(criterion.forward(input, zeros(3, 1, 2))).toBeCloseTo(3 * once, 5);
    const gradient = criterion.backward(input, zeros(3, 1, 2));
    expect(gradient.get(2, 0, 1) / gradient.get(2, 0, 0)).toBeCloseTo(3, 5);
  }
});

test("losses of scores stay finite and exact for large ones", () => {
  const soft = new SoftMarginCriterion();
  expect(soft.forward(tensor([-1000]), tensor([1]))).toBe(1000);
  expect(soft.backward(tensor([-1000, 1000]), tensor([1, 1])).toArray()).toEqual([-0.5, -0]);
  const binary = new MultiLabelSoftMarginCriterion().double();
  const [large, one] = [tensor([40], { dtype: "float64" }), tensor([1], { dtype: "float64" })];
  expect(binary.forward(large, one) / Math.exp(-40)).toBeCloseTo(1, 10);
  expect(binary.forward(large.mul(-25), one)).toBe(1000);
});

test("elements with a probability of 0 do not count, even when their logarithm is infinite", () => {
  const criterion = new DistKLDivCriterion({ sizeAverage: false });
  const input = log(tensor([0.5, 0.5, 0]));
  expect(criterion.forward(input, tensor([1, 0, 0]))).toBeCloseTo(Math.log(2), 6);
  expect(criterion.forward(input, tensor([1, -1, 0]))).toBeCloseTo(Math.log(2), 6);
  expect(criterion.backward(input, tensor([1, -1, 0])).toArray()).toEqual([-1, 0, 0]);
  expect(() => criterion.forward(zeros(3, 1), zeros(3))).toThrow(
    "DistKLDivCriterion: expected a target of the input's size [3, 1], got [3]",
  );
});

test("a margin that is just met costs nothing and has no gradient", () => {
  expect(new MarginCriterion().backward(tensor([1, 0.5]), tensor([1, 1])).toArray()).toEqual([0, -0.5]);
  expect(new MultiMarginCriterion().backward(tensor([1, 0]), 0).toArray()).toEqual([0, 0]);
});

test("vertices of a simplex are unit vectors, equally far apart", () => {
  const { simplex } = new ClassSimplexCriterion(5).double();
  for (let a = 0; a < 5; a++) {
    for (let b = 0; b < 5; b++) {
      expect(simplex.select(0, a).dot(simplex.select(0, b))).toBeCloseTo(a === b ? 1 : -1 / 4, 6);
    }
    expect(simplex.get(a, 4)).toBe(0);
  }
});

test("predictions are those of the nearest vertex", () => {
  const criterion = new ClassSimplexCriterion(3);
  const { simplex } = criterion;
  expect(criterion.getTopPrediction(simplex).toArray()).toEqual([0, 1, 2]);
  expect(criterion.getTopPrediction(simplex.select(0, 1)).toArray()).toEqual([1]);
  expect(criterion.getPredictions(simplex).size()).toEqual([3, 3]);
  expect(criterion.getPredictions(simplex.select(0, 1)).size()).toEqual([3]);
  expect(() => criterion.getPredictions(zeros(2, 4))).toThrow("expected an input of 3 classes, got [2, 4]");
  expect(() => criterion.forward(zeros(2, 4), labels(0, 1))).toThrow("expected an input of 3 classes, got [2, 4]");
});

test("a list of labels ends at -1; what follows is passed over, and a label twice counts twice", () => {
  const criterion = new MultiLabelMarginCriterion({ sizeAverage: false });
  const scores = tensor([0.5, 1, 0.25]);
  const once = criterion.forward(scores, labels(1, -1, -1));
  expect(criterion.forward(scores, labels(1, -1, 0))).toBe(once);
  expect(criterion.forward(scores, labels(1, 1, -1))).toBe(2 * once);
  expect(criterion.forward(scores, labels(-1, 1, 0))).toBe(0);
  expect(criterion.forward(scores, labels(0, 1, 2))).toBe(0);
  criterion.backward(scores, labels(0, 1, 2));
  const wrong = labels(0, -1, -1, 0, 3, -1).view(2, 3);
  expect(() => criterion.backward(zeros(2, 3), wrong)).toThrow(
    "MultiLabelMarginCriterion: expected class labels from 0 to 2, or -1 behind the last, got 3 in row 1",
  );
  expect(() => criterion.forward(zeros(3), tensor([0.5, -1, -1]))).toThrow("got 0.5 in row 0");
  expect(() => criterion.forward(zeros(3), labels(1))).toThrow("a target of the input's size [3], got [1]");
  expect(criterion.gradInput.toArray()).toEqual([0, 0, 0]);
});

test("from the second step on criterions take no memory for inputs that are not contiguous either", () => {
  const scores = strided(normal(4, 3));
  const answers = strided(normal(4, 3).sign().abs());
  for (const criterion of [...ofLabels.slice(0, 2), new ClassSimplexCriterion(3), new MultiMarginCriterion()]) {
    const copy = criterion.clone().double();
    const target = strided(labels(0, 1, 2, 0));
    expect(memoryTaken(() => copy.forward(scores, target) + copy.backward(scores, target).dim())).toBe(0);
  }
  for (const criterion of [
    new MarginCriterion(),
    new SoftMarginCriterion(),
    new DistKLDivCriterion(),
    new MultiLabelSoftMarginCriterion({ weights: normal(3) }),
    new MultiLabelMarginCriterion(),
  ]) {
    criterion.double();
    expect(memoryTaken(() => criterion.forward(scores, answers) + criterion.backward(scores, answers).dim())).toBe(0);
  }
  const tails = new CrossEntropyCriterion().double();
  const [maps, places] = [strided(normal(4, 3, 1, 1)), strided(labels(0, 1, 2, 0).view(4, 1, 1))];
  expect(memoryTaken(() => tails.forward(maps, places) + tails.backward(maps, places).dim())).toBe(0);
  const answering = new BCECriterion({ weights: strided(normal(3).abs()) }).double();
  expect(memoryTaken(() => answering.forward(answers, answers) + answering.backward(answers, answers).dim())).toBe(0);
  const pixels = new SpatialClassNLLCriterion().double();
  const [images, target] = [strided(normal(2, 3, 2, 1)), strided(labels(0, 1, 2, 0).view(2, 2, 1))];
  expect(memoryTaken(() => pixels.forward(images, target) + pixels.backward(images, target).dim())).toBe(0);
});
