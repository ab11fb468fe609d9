import { blockUntilReady, jit, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import type { Training } from "../../workloads/protocol/servePeer.ts";
import { pictureOf, samplesOf } from "../../workloads/samples.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import { type Forward, type Layer, network } from "./network.ts";

const CLASSES = 10;

/** Trains a network on one batch: forward, gradients and update are one compiled function. */
export function train(workload: TrainingWorkload): Training {
  const { learningRate, momentum, weightDecay } = workload.sgd;
  const { layers, forward } = network(workload);
  const { inputs, targets } = batchOf(workload);
  const lossOf = lossFunction(forward, workload);

  const step = jit((parameters: Layer[], velocities: Layer[], x: np.Array, y: np.Array) => {
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(parameters), x, y);
    const decayed = weightDecay === 0 ? gradients : combine(gradients, tree.ref(parameters), weightDecay);
    if (momentum === 0) return { loss, parameters: combine(parameters, decayed, -learningRate), velocities };
    const directions = combine(decayed, velocities, momentum);
    return { loss, parameters: combine(parameters, tree.ref(directions), -learningRate), velocities: directions };
  });

  let parameters = layers;
  let velocities = momentum === 0 ? [] : layers.map(zerosLike);
  return {
    async run(steps) {
      let loss: np.Array | undefined;
      for (let i = 0; i < steps; i++) {
        loss?.dispose();
        ({ loss, parameters, velocities } = step(parameters, velocities, inputs.ref, targets.ref));
      }
      await blockUntilReady(parameters);
      return loss === undefined ? Number.NaN : Number(await loss.jsAsync());
    },
  };
}

function zerosLike({ weight, bias }: Layer): Layer {
  return { weight: np.zerosLike(weight.ref), bias: np.zerosLike(bias.ref) };
}

/** a + factor·b, layer by layer. */
function combine(a: readonly Layer[], b: readonly Layer[], factor: number): Layer[] {
  return a.map(({ weight, bias }, i) => ({
    weight: weight.add(b[i].weight.mul(factor)),
    bias: bias.add(b[i].bias.mul(factor)),
  }));
}

function lossFunction(forward: Forward, { loss, batch }: TrainingWorkload) {
  return (layers: Layer[], x: np.Array, y: np.Array): np.Array => {
    const outputs = forward(layers, x);
    if (loss === "crossEntropy")
      return nn
        .logSoftmax(outputs)
        .mul(y)
        .sum()
        .mul(-1 / batch);
    return np.square(outputs.sub(y)).mean();
  };
}

function batchOf(workload: TrainingWorkload): { inputs: np.Array; targets: np.Array } {
  const { batch, loss } = workload;
  const { inputs, targets } = samplesOf(workload);
  return {
    inputs: np.array(inputs).reshape([batch, ...pictureOf(workload)]),
    targets:
      loss === "crossEntropy"
        ? nn.oneHot(np.array(targets, { dtype: np.int32 }), CLASSES)
        : np.array(targets).reshape([batch, targets.length / batch]),
  };
}
