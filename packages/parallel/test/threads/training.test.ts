import "./relaxedSimd.ts";
import * as nn from "@rushlight/nn";
import { adam } from "@rushlight/optim";
import { backend, manualSeed, randn, type Tensor, tensor } from "@rushlight/tensor";
import { afterEach, expect, test } from "vitest";
import { startThreads, type Threads } from "../../src/index.ts";

let threads: Threads | undefined;

afterEach(async () => {
  await threads?.close();
});

/** Parameters after some steps of a network that has most of what is divided. */
function trained(): number[] {
  manualSeed(7);
  const net = nn.sequential(
    new nn.SpatialConvolution(1, 8, 5, 5),
    new nn.SpatialBatchNormalization(8),
    new nn.ReLU(),
    new nn.SpatialMaxPooling(2, 2, 2, 2),
    new nn.SpatialConvolution(8, 16, 3, 3, 1, 1, 1, 1),
    new nn.Tanh(),
    new nn.SpatialAveragePooling(2, 2, 2, 2),
    new nn.View(16 * 6 * 6),
    new nn.Linear(16 * 6 * 6, 128),
    new nn.Dropout(0.3),
    new nn.Sigmoid(),
    new nn.Linear(128, 10),
  );
  const criterion = new nn.CrossEntropyCriterion();
  const [parameters, gradients] = net.getParameters();
  const input = randn(64, 1, 28, 28);
  const target = tensor(
    Array.from({ length: 64 }, (_, i) => (i * 7) % 10),
    { dtype: "int32" },
  );
  const state = {};
  for (let step = 0; step < 6; step++) {
    const evaluate = (): [number, Tensor] => {
      gradients.zero();
      const loss = criterion.forward(net.forward(input), target);
      net.backward(input, criterion.backward(net.output, target));
      return [loss, gradients];
    };
    adam(evaluate, parameters, { learningRate: 1e-2, weightDecay: 1e-4 }, state);
  }
  expect(Number.isFinite(parameters.norm())).toBe(true);
  return Array.from(parameters.data);
}

test.each([2, 3, 8])("a training run gives the same bits with %i threads as with one", async (count) => {
  const expected = trained();
  threads = await startThreads({ threads: count });
  expect(backend().name).toBe("parallel");
  expect(threads.threads).toBe(count);
  expect(trained()).toEqual(expected);
  expect(threads.failure).toBeUndefined();
});
