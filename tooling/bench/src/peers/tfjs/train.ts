import {
  addN,
  losses,
  oneHot,
  reshape,
  type Scalar,
  Tensor,
  type Tensor1D,
  tensor,
  train as trainers,
  transpose,
} from "@tensorflow/tfjs-core";
import type { Training } from "../../workloads/protocol/servePeer.ts";
import { pictureOf, samplesOf } from "../../workloads/samples.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import { model } from "./model.ts";

const CLASSES = 10;

/** Trains a model of layers on one batch. In a trial, `minimize` took no longer than `trainOnBatch`. */
export function train(workload: TrainingWorkload): Training {
  const { learningRate, momentum } = workload.sgd;
  const network = model(workload);
  const { inputs, targets } = batchOf(workload);
  const optimizer = momentum === 0 ? trainers.sgd(learningRate) : trainers.momentum(learningRate, momentum);
  const lossOf = workload.loss === "crossEntropy" ? losses.softmaxCrossEntropy : losses.meanSquaredError;

  function loss(): Scalar {
    const outputs = network.apply(inputs, { training: true });
    if (!(outputs instanceof Tensor)) throw new Error("expected a model with one output");
    const error = lossOf<Tensor, Scalar>(targets, outputs);
    const decays = network.calculateLosses();
    return decays.length === 0 ? error : addN([error, ...decays]);
  }

  return {
    run(steps) {
      let last = Number.NaN;
      for (let step = 1; step <= steps; step++) {
        const value = optimizer.minimize(loss, true);
        if (step === steps) last = value?.dataSync()[0] ?? Number.NaN;
        value?.dispose();
      }
      return last;
    },
  };
}

function batchOf(workload: TrainingWorkload): { inputs: Tensor; targets: Tensor } {
  const { batch, loss } = workload;
  const { inputs, targets } = samplesOf(workload);
  const samples = tensor(inputs, [batch, ...pictureOf(workload)]);
  return {
    // Planes come last.
    inputs: workload.kind === "convolutional" ? transpose(samples, [0, 2, 3, 1]) : samples,
    targets:
      loss === "crossEntropy"
        ? oneHot(tensor<Tensor1D["rankType"]>(targets, [batch], "int32"), CLASSES)
        : reshape(tensor(targets), [batch, targets.length / batch]),
  };
}
