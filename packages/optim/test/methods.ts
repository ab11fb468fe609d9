import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, Optimizer, StepResult } from "../src/index.ts";
import * as optim from "../src/index.ts";

/** The face of a method, as a function. */
type Step = (evaluate: Evaluation, x: Tensor, config: object, state: object) => StepResult;

/** A method in both forms, with settings that use all it has. */
export interface Method {
  readonly name: string;
  readonly step: Step;
  readonly create: (x: Tensor, options: object) => Optimizer<Evaluation>;
  readonly config: object;
}

const fall = new optim.CosineDecay(0.1, { steps: 20, end: 0.01 });

/** All methods of first order. */
export const methods: readonly Method[] = [
  {
    name: "adadelta",
    step: optim.adadelta,
    create: (x, options) => new optim.Adadelta(x, options),
    config: { rho: 0.8, eps: 1e-3, weightDecay: 0.1 },
  },
  {
    name: "adagrad",
    step: optim.adagrad,
    create: (x, options) => new optim.Adagrad(x, options),
    config: { learningRate: fall, learningRateDecay: 0.01, weightDecay: 0.1 },
  },
  {
    name: "adam",
    step: optim.adam,
    create: (x, options) => new optim.Adam(x, options),
    config: { learningRate: fall, learningRateDecay: 0.01, beta1: 0.8, beta2: 0.9, decoupledWeightDecay: 0.1 },
  },
  {
    name: "adamax",
    step: optim.adamax,
    create: (x, options) => new optim.Adamax(x, options),
    config: { learningRate: fall, beta1: 0.8, beta2: 0.9, weightDecay: 0.1 },
  },
  {
    name: "adamw",
    step: optim.adamw,
    create: (x, options) => new optim.AdamW(x, options),
    config: { learningRate: fall, weightDecay: 0.1 },
  },
  {
    name: "asgd",
    step: optim.asgd,
    create: (x, options) => new optim.ASGD(x, options),
    config: { eta0: 0.05, lambda: 0.1, alpha: 0.6, t0: 3 },
  },
  {
    name: "nag",
    step: optim.nag,
    create: (x, options) => new optim.NAG(x, options),
    config: { learningRate: fall, learningRateDecay: 0.01, momentum: 0.8, weightDecay: 0.1 },
  },
  {
    name: "rmsprop",
    step: optim.rmsprop,
    create: (x, options) => new optim.RMSprop(x, options),
    config: { learningRate: fall, alpha: 0.8, initialMean: 0.5, decoupledWeightDecay: 0.1 },
  },
  {
    name: "rprop",
    step: optim.rprop,
    create: (x, options) => new optim.Rprop(x, options),
    config: { stepsize: 0.05, etaplus: 1.3, etaminus: 0.4, stepsizemax: 0.5, niter: 2 },
  },
  {
    name: "sgd",
    step: optim.sgd,
    create: (x, options) => new optim.SGD(x, options),
    config: { learningRate: fall, momentum: 0.9, dampening: 0, nesterov: true, weightDecay: 0.1 },
  },
];
