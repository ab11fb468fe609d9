import { type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expectTypeOf, test } from "vitest";
import * as nn from "../../src/index.ts";

type Pair = readonly [Tensor, Tensor];

declare class Split extends nn.Module<Tensor, Pair> {
  updateOutput(input: Tensor): Pair;
  updateGradInput(input: Tensor, gradOutput: Pair): Tensor;
}

const x = zeros(2);
const regression = new nn.StochasticGradient(new nn.Linear(2, 1), new nn.MSECriterion());
const classification = new nn.StochasticGradient(new nn.Linear(2, 3), new nn.CrossEntropyCriterion());

test("the criterion takes what the module gives", () => {
  // @ts-expect-error: a pair for a criterion of tensors
  new nn.StochasticGradient(new Split(), new nn.MSECriterion());
  // @ts-expect-error: a tensor for a criterion of pairs
  new nn.StochasticGradient(new nn.Linear(2, 1), new nn.CosineEmbeddingCriterion());
  new nn.StochasticGradient(new Split(), new nn.CosineEmbeddingCriterion());
});

test("examples have the module's input and the criterion's target", () => {
  regression.train([[x, tensor([1])]]);
  regression.train([{ input: x, target: tensor([1]) }]);
  classification.train([[x, 1]]);
  classification.train([[x, tensor([1])]]);
  // @ts-expect-error: a number for a criterion of tensors
  regression.train([[x, 1]]);
  // @ts-expect-error: a pair for a Linear
  regression.train([[[x, x], tensor([1])]]);
  // @ts-expect-error: text for a label
  classification.train([[x, "one"]]);
  // @ts-expect-error: no target
  classification.train([[x]]);
});

test("a dataset may give numbers in place of rows, and nothing else", () => {
  const rows = { length: 1, get: (): { input: Tensor | number; target: Tensor | number } => ({ input: x, target: 0 }) };
  regression.train(rows);
  classification.train(rows);
  // @ts-expect-error: a table as input
  regression.train({ length: 1, get: () => ({ input: [x], target: x }) });
});

test("listeners are given what their event has", () => {
  classification.on("beforeEpoch", (event) => {
    expectTypeOf(event.trainer).toEqualTypeOf(classification);
    expectTypeOf(event).not.toHaveProperty("error");
  });
  classification.on("afterEpoch", ({ error, errors }) => {
    expectTypeOf(error).toEqualTypeOf<number>();
    expectTypeOf(errors).toEqualTypeOf<readonly number[]>();
  });
  classification.on("afterExample", ({ input, target, loss }) => {
    expectTypeOf(input).toEqualTypeOf<Tensor>();
    expectTypeOf(target).toEqualTypeOf<Tensor | number>();
    expectTypeOf(loss).toEqualTypeOf<number>();
  });
  // @ts-expect-error: no such event
  classification.on("afterBatch", () => undefined);
});

test("an AbortSignal is a signal", () => {
  expectTypeOf<AbortSignal>().toExtend<nn.StopSignal>();
});
