import { type RowGradient, type Tensor, zeros } from "@rushlight/tensor";
import { expectTypeOf, test } from "vitest";
import * as optim from "../src/index.ts";

const x = zeros(4);
const evaluate: optim.Evaluation = (parameters) => [0, parameters];
declare const rows: RowGradient;

test("settings have their names and types, those of the method alone", () => {
  new optim.Adam(x, { learningRate: 0.1, beta1: 0.8, clipNorm: 1 });
  new optim.Adam(x, { learningRate: new optim.CosineDecay(0.1, { steps: 10 }) });
  new optim.Adam(x, { learningRate: { at: (step) => 1 / (1 + step) } });
  // @ts-expect-error: misspelt
  new optim.Adam(x, { learning_rate: 0.1 });
  // @ts-expect-error: text for a number
  new optim.Adam(x, { learningRate: "0.1" });
  // @ts-expect-error: a setting of SGD
  new optim.Adam(x, { momentum: 0.9 });
  // @ts-expect-error: rates by epoch are no schedule
  new optim.Adam(x, { learningRate: [0.1, 0.01] });
  // @ts-expect-error: AdamW has one decay
  new optim.AdamW(x, { decoupledWeightDecay: 0.1 });
  // @ts-expect-error: momentum of NAG follows no schedule
  new optim.NAG(x, { momentum: new optim.StepDecay(0.9, { every: 5 }) });
  // @ts-expect-error: parameters and gradients, as getParameters() gives them
  new optim.Adam([x, x]);
});

test("functions take the settings of their method, and nothing that needs a class", () => {
  optim.sgd(evaluate, x, { momentum: 0.9, nesterov: true, dampening: 0 });
  // @ts-expect-error: misspelt
  optim.sgd(evaluate, x, { momentun: 0.9 });
  // @ts-expect-error: groups have a memory each
  optim.sgd(evaluate, x, { groups: [] });
  // @ts-expect-error: the state of another method
  optim.sgd(evaluate, x, {}, { t: 3 });
  expectTypeOf(optim.asgd(evaluate, x).average).toEqualTypeOf<Tensor>();
  expectTypeOf(optim.sgd(evaluate, x).losses).toEqualTypeOf<number[]>();
});

test("evaluations give a loss and a gradient at once", () => {
  optim.adam(() => [0, x], x);
  // @ts-expect-error: the loss alone
  optim.adam(() => 0, x);
  // @ts-expect-error: nothing
  optim.adam(() => undefined, x);
  // @ts-expect-error: a promise
  optim.adam(async () => Promise.resolve([0, x] as const), x);
  // @ts-expect-error: a tensor as the loss
  optim.adam(() => [x, x], x);
});

test("gradients of rows are for sgd", () => {
  optim.sgd(() => [0, rows], x);
  new optim.SGD(x).step(() => [0, rows]);
  // @ts-expect-error: Adam moves all rows
  optim.adam(() => [0, rows], x);
  // @ts-expect-error: Adam moves all rows
  new optim.Adam(x).step(() => [0, rows]);
});

test("groups say where they are, once, and have settings that are no tensors", () => {
  new optim.SGD(x, { groups: [{ range: [0, 2], weightDecay: 0 }, { parameters: x.narrow(0, 2, 1) }] });
  new optim.SGD(x, { groups: [{ parameters: [x], momentum: 0.5 }] });
  // @ts-expect-error: nowhere
  new optim.SGD(x, { groups: [{ weightDecay: 0 }] });
  // @ts-expect-error: twice
  new optim.SGD(x, { groups: [{ range: [0, 2], parameters: x }] });
  // @ts-expect-error: no end
  new optim.SGD(x, { groups: [{ range: [0] }] });
  // @ts-expect-error: misspelt
  new optim.SGD(x, { groups: [{ range: [0, 2], weigthDecay: 0 }] });
  // @ts-expect-error: a number for each parameter
  new optim.SGD(x, { groups: [{ range: [0, 2], learningRates: x }] });
  // @ts-expect-error: the norm is that of all
  new optim.SGD(x, { groups: [{ range: [0, 2], clipNorm: 1 }] });
  // @ts-expect-error: a call makes its steps with all groups
  new optim.Rprop(x, { groups: [{ range: [0, 2], niter: 3 }] });
});

test("schedules need what has no default", () => {
  // @ts-expect-error: no steps
  new optim.CosineDecay(0.1, {});
  // @ts-expect-error: no factor
  new optim.ExponentialDecay(0.1, { every: 3 });
  new optim.Plateau(0.1, { patience: 3 });
});
