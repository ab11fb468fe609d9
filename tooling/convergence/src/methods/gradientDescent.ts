import { ASGD, NAG, SGD, type SgdConfig } from "@rushlight/optim";
import { type Method, method } from "./Method.ts";
import { rates } from "./rates.ts";

const momenta = [0.9, 0.99] as const;

const withMomenta = (others: SgdConfig): SgdConfig[] =>
  momenta.flatMap((momentum) => rates.map((learningRate) => ({ learningRate, momentum, ...others })));

/** Gradient descent, its accelerations and its average. */
export const gradientDescent: readonly Method[] = [
  method({
    name: "sgd",
    create: (x, config) => new SGD(x, config),
    usual: {},
    tried: rates.map((learningRate) => ({ learningRate })),
    tuned: { rosenbrock: { learningRate: 0.002 }, quadratic: { learningRate: 0.001 }, digits: { learningRate: 1 } },
  }),
  method({
    name: "sgd, momentum",
    create: (x, config) => new SGD(x, config),
    usual: { momentum: 0.9 },
    tried: withMomenta({ dampening: 0 }),
    tuned: {
      rosenbrock: { learningRate: 0.002, momentum: 0.9, dampening: 0 },
      quadratic: { learningRate: 0.002, momentum: 0.9, dampening: 0 },
      digits: { learningRate: 2, momentum: 0.9, dampening: 0 },
    },
  }),
  method({
    name: "sgd, nesterov",
    create: (x, config) => new SGD(x, config),
    usual: { momentum: 0.9, dampening: 0, nesterov: true },
    tried: withMomenta({ dampening: 0, nesterov: true }),
    tuned: {
      rosenbrock: { learningRate: 0.0005, momentum: 0.99, dampening: 0, nesterov: true },
      quadratic: { learningRate: 0.001, momentum: 0.99, dampening: 0, nesterov: true },
      digits: { learningRate: 1, momentum: 0.9, dampening: 0, nesterov: true },
    },
  }),
  method({
    name: "asgd",
    create: (x, config) => new ASGD(x, config),
    usual: {},
    tried: rates.map((eta0) => ({ eta0, lambda: 0 })),
    tuned: {
      rosenbrock: { eta0: 0.002, lambda: 0 },
      quadratic: { eta0: 0.001, lambda: 0 },
      digits: { eta0: 1, lambda: 0 },
    },
  }),
  method({
    name: "nag",
    create: (x, config) => new NAG(x, config),
    usual: {},
    tried: momenta.flatMap((momentum) => rates.map((learningRate) => ({ learningRate, momentum }))),
    tuned: {
      rosenbrock: { learningRate: 0.0005, momentum: 0.99 },
      quadratic: { learningRate: 0.001, momentum: 0.99 },
      digits: { learningRate: 1, momentum: 0.9 },
    },
  }),
];
