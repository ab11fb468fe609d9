import * as criterions from "@rushlight/criterion";
import { type Activation, Criterion, flattened, isTable, Module } from "@rushlight/module";
import { ArgumentError, isTensor, ShapeError, type Tensor, tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { labels, normal } from "./support/tensors.ts";

const {
  AbsCriterion,
  BCECriterion,
  ClassNLLCriterion,
  ClassSimplexCriterion,
  CosineEmbeddingCriterion,
  CrossEntropyCriterion,
  DistanceRatioCriterion,
  DistKLDivCriterion,
  HingeEmbeddingCriterion,
  L1Cost,
  L1HingeEmbeddingCriterion,
  MarginCriterion,
  MarginRankingCriterion,
  ModuleCriterion,
  MSECriterion,
  MultiCriterion,
  MultiLabelMarginCriterion,
  MultiLabelSoftMarginCriterion,
  MultiMarginCriterion,
  ParallelCriterion,
  SmoothL1Criterion,
  SoftMarginCriterion,
  SpatialAutoCropMSECriterion,
  SpatialClassNLLCriterion,
  WeightedMSECriterion,
} = criterions;

/** x², whose gradient depends on x. */
class Square extends Module {
  override updateOutput(input: Tensor): Tensor {
    return this.output.resizeAs(input).copy(input).cmul(input);
  }
  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(input).copy(gradOutput).cmul(input).mul(2);
  }
}

const N = 7;
const matrix = normal(N, 3);
const other = normal(3, N).t().contiguous();
const positive = normal(N, 3).abs().clamp(0.1, 0.9);
const classes = labels(0, 2, 1, 2, 2, 0, 1);
const signs = labels(1, -1, -1, 1, 1, -1, 1);
const signsOfAll = normal(N, 3).sign();
const weights = tensor([0.5, 2, 1.5], { dtype: "float64" });
const images = normal(N, 2, 3, 2);
const pixels = normal(N, 3, 2).gt(0).to("int32");
const sum = { sizeAverage: false };
const pair: readonly [Tensor, Tensor] = [matrix, other];

type Row = readonly [criterion: Criterion<Activation, unknown>, input: Activation, target: unknown];

/** A row, of which the compiler checks that the criterion takes the input and the target. */
function row<I extends Activation, T>(criterion: Criterion<I, T>, input: I, target: T): Row {
  return [criterion.double(), input, target];
}

const rows: readonly Row[] = [
  row(new AbsCriterion(), matrix, other),
  row(new AbsCriterion(sum), matrix, other),
  row(new BCECriterion(), positive, positive),
  row(new BCECriterion({ weights }), positive, positive),
  row(new ClassNLLCriterion(), matrix, classes),
  row(new ClassNLLCriterion({ weights }), matrix, classes),
  row(new ClassNLLCriterion({ weights, ignoreIndex: 2 }), matrix, classes),
  row(new ClassNLLCriterion({ ignoreIndex: 2, ...sum }), matrix, classes),
  row(new ClassSimplexCriterion(3), matrix, classes),
  row(new CosineEmbeddingCriterion(), pair, signs),
  row(new CrossEntropyCriterion(), matrix, classes),
  row(new CrossEntropyCriterion({ weights, ignoreIndex: 1 }), matrix, classes),
  row(new CrossEntropyCriterion({ weights }), matrix.view(N, 3, 1, 1), classes.view(N, 1, 1)),
  row(new DistanceRatioCriterion(), pair, undefined),
  row(new DistanceRatioCriterion(sum), pair, undefined),
  row(new DistKLDivCriterion(), matrix, positive),
  row(new HingeEmbeddingCriterion(), matrix, signsOfAll),
  row(new L1Cost(), matrix, undefined),
  row(new MarginCriterion(), matrix, signsOfAll),
  row(new MarginRankingCriterion(), pair, signsOfAll),
  row(new ModuleCriterion(new MSECriterion(), new Square().double(), new Square().double()), matrix, other),
  row(new ModuleCriterion(new ClassNLLCriterion({ weights }), new Square().double()), matrix, classes),
  row(new MSECriterion(), matrix, other),
  row(new MSECriterion(), matrix, other.view(N, 3, 1)),
  row(new MultiCriterion().add(new MSECriterion(), 0.5).add(new AbsCriterion(sum), 2), matrix, other),
  row(
    new MultiLabelMarginCriterion(),
    matrix,
    labels(...Array.from({ length: N }, () => [1, -1, 0]).flat()).view(N, 3),
  ),
  row(new MultiLabelSoftMarginCriterion({ weights }), matrix, positive),
  row(new MultiMarginCriterion(2, { weights }), matrix, classes),
  row(
    new ParallelCriterion()
      .add(new MultiCriterion().add(new MSECriterion()).add(new L1Cost(), 0.25))
      .add(new CrossEntropyCriterion({ weights }), 3),
    [matrix, other],
    [other, classes],
  ),
  row(new ParallelCriterion({ repeatTarget: true }).add(new MSECriterion()).add(new AbsCriterion(sum)), pair, other),
  row(new SmoothL1Criterion(), matrix, other),
  row(new SoftMarginCriterion(), matrix, signsOfAll),
  row(new SpatialAutoCropMSECriterion(), images.narrow(2, 1, 2), images),
  row(new SpatialClassNLLCriterion({ weights: tensor([0.5, 2], { dtype: "float64" }) }), images, pixels),
  row(new WeightedMSECriterion(weights), matrix, other),
];

const parts = [
  [0, 3],
  [3, 2],
  [5, 2],
] as const;

function part(value: Activation, [start, length]: readonly [number, number]): Activation;
function part(value: unknown, [start, length]: readonly [number, number]): unknown;
function part(value: unknown, range: readonly [number, number]): unknown {
  if (isTensor(value)) return value.narrow(0, ...range);
  return Array.isArray(value) ? value.map((member) => part(member, range)) : value;
}

function elements(activation: Activation): number[] {
  return flattened(activation).flatMap((each) => [...each.values()]);
}

const name = ([criterion]: Row, i: number): string => `${criterion.constructor.name} (${i})`;

describe("The losses and gradients of parts of a batch make those of the whole", () => {
  test.each(rows.map((each, i) => [name(each, i), each] as const))("%s", (_name, [criterion, input, target]) => {
    const whole = criterion.lossWeights(target, N);
    const sums = whole.map(() => 0);
    let joined = 0;
    const gradients: number[][] = [];
    for (const range of parts) {
      const [x, t, n] = [part(input, range), part(target, range), range[1]];
      const weight = criterion.lossWeights(t, n);
      expect(weight.map((each) => each === undefined)).toEqual(whole.map((each) => each === undefined));
      const shares = weight.map((each, i) => (each === undefined ? 1 : each / (whole[i] ?? 1)));
      const losses = criterion.partLosses(x, t, n);
      expect(losses.length).toBe(criterion.lossTerms);
      for (const [i, loss] of losses.entries()) joined += shares[i] * loss;
      for (const [i, each] of weight.entries()) sums[i] += each ?? 0;
      const gradient = criterion.partGradient(x, t, shares);
      gradients.push(
        flattened(gradient)
          .map((each) => each.clone())
          .flatMap(elements),
      );
    }
    for (const [i, each] of whole.entries()) if (each !== undefined) expect(sums[i]).toBeCloseTo(each, 12);
    expect(joined).toBeCloseTo(criterion.forward(input, target), 12);
    const expected = criterion.backward(input, target);
    const wholes = parts.map((range) => elements(part(expected, range)));
    for (const [i, values] of gradients.entries()) {
      expect(values.length).toBe(wholes[i].length);
      for (const [k, value] of values.entries()) expect(value).toBeCloseTo(wholes[i][k], 12);
    }
    expect(isTable(expected)).toBe(isTable(input));
  });

  test("every criterion is among them, but the one that has no parts", () => {
    const all = Object.values(criterions).filter((value) => value.prototype instanceof Criterion);
    const covered = new Set(rows.map(([criterion]) => criterion.constructor));
    expect(all.filter((type) => !covered.has(type))).toEqual([L1HingeEmbeddingCriterion]);
  });
});

describe("What has no parts is refused", () => {
  test("a criterion that takes a batch as one pair", () => {
    expect(() => new L1HingeEmbeddingCriterion().double().partLosses(pair, 1, 3)).toThrow(
      new ArgumentError(
        "L1HingeEmbeddingCriterion: expected a batch that is whole, got a part of one; it takes its two tensors as one pair, whatever their dimensions",
      ),
    );
  });

  test("labels that are none, before they are weighed", () => {
    for (const type of [ClassNLLCriterion, CrossEntropyCriterion, SpatialClassNLLCriterion]) {
      const criterion: Criterion<Tensor, unknown> = new type();
      expect(() => criterion.lossWeights(undefined, 2)).toThrow(
        new ArgumentError(`${type.name}: expected a tensor as labels, got undefined`),
      );
    }
  });

  test("a weight that is not that of a sample", () => {
    const criterion = new WeightedMSECriterion(normal(2, 3)).double();
    expect(() => criterion.partLosses(normal(2, 3), normal(2, 3), 2)).toThrow(ArgumentError);
    expect(criterion.output).toBe(0);
  });

  test("an input that is one sample", () => {
    const criterion = new MultiLabelMarginCriterion().double();
    expect(() => criterion.partLosses(normal(3), labels(1, -1, 0), 3)).toThrow(
      new ShapeError("MultiLabelMarginCriterion: expected parts [N, C] of a batch, got [3], which is one sample"),
    );
  });
});
