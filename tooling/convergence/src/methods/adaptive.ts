import { Adadelta, Adagrad, Adam, Adamax, AdamW, RMSprop, Rprop } from "@rushlight/optim";
import { type Method, method } from "./Method.ts";
import { rates } from "./rates.ts";

const adamRates = [0.9, 0.99].flatMap((beta1) => rates.map((learningRate) => ({ learningRate, beta1 })));

/** Methods that give each parameter a step length of its own. */
export const adaptive: readonly Method[] = [
  method({
    name: "adagrad",
    create: (x, config) => new Adagrad(x, config),
    usual: {},
    tried: rates.map((learningRate) => ({ learningRate })),
    tuned: { rosenbrock: { learningRate: 0.5 }, quadratic: { learningRate: 1 }, digits: { learningRate: 0.5 } },
  }),
  method({
    name: "adadelta",
    create: (x, config) => new Adadelta(x, config),
    usual: {},
    tried: [0.9, 0.99].flatMap((rho) => [0.01, 0.001, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10].map((eps) => ({ rho, eps }))),
    tuned: {
      rosenbrock: { rho: 0.9, eps: 1e-10 },
      quadratic: { rho: 0.9, eps: 1e-10 },
      digits: { rho: 0.9, eps: 0.001 },
    },
  }),
  method({
    name: "adam",
    create: (x, config) => new Adam(x, config),
    usual: {},
    tried: adamRates,
    tuned: {
      rosenbrock: { learningRate: 0.5, beta1: 0.9 },
      quadratic: { learningRate: 2, beta1: 0.9 },
      digits: { learningRate: 0.2, beta1: 0.9 },
    },
  }),
  method({
    name: "adamw",
    create: (x, config) => new AdamW(x, config),
    usual: {},
    tried: adamRates.map((config) => ({ ...config, weightDecay: 1e-5 })),
    tuned: {
      rosenbrock: { learningRate: 0.5, beta1: 0.9, weightDecay: 1e-5 },
      quadratic: { learningRate: 0.2, beta1: 0.9, weightDecay: 1e-5 },
      digits: { learningRate: 0.2, beta1: 0.9, weightDecay: 1e-5 },
    },
  }),
  method({
    name: "adamax",
    create: (x, config) => new Adamax(x, config),
    usual: {},
    tried: adamRates,
    tuned: {
      rosenbrock: { learningRate: 1, beta1: 0.99 },
      quadratic: { learningRate: 1, beta1: 0.99 },
      digits: { learningRate: 2, beta1: 0.9 },
    },
  }),
  method({
    name: "rmsprop",
    create: (x, config) => new RMSprop(x, config),
    usual: {},
    tried: [0.9, 0.99].flatMap((alpha) => rates.map((learningRate) => ({ learningRate, alpha }))),
    tuned: {
      rosenbrock: { learningRate: 0.0002, alpha: 0.99 },
      quadratic: { learningRate: 0.0005, alpha: 0.99 },
      digits: { learningRate: 0.02, alpha: 0.9 },
    },
  }),
  method({
    name: "rprop",
    create: (x, config) => new Rprop(x, config),
    usual: {},
    tried: rates.map((stepsize) => ({ stepsize })),
    tuned: { rosenbrock: { stepsize: 0.002 }, quadratic: { stepsize: 0.0001 }, digits: { stepsize: 0.001 } },
  }),
];
