import { CMAES, DE } from "@rushlight/optim";
import { Generator } from "@rushlight/tensor";
import { ENDLESS } from "./endless.ts";
import { type Method, method } from "./Method.ts";

const SEED = 1;

/** Searches that see the loss alone. The 785 parameters of the digits are too many for them. */
export const evolution: readonly Method[] = [
  method({
    name: "cmaes",
    create: (x, config) => new CMAES(x, { ...config, generator: new Generator(SEED) }),
    usual: { sigma: 1 },
    tried: [6, 10, 17, 30].flatMap((popsize) => [0.1, 0.2, 0.5, 1, 2].map((sigma) => ({ sigma, popsize }))),
    tuned: { rosenbrock: { sigma: 2, popsize: 6 }, quadratic: { sigma: 0.1, popsize: 6 } },
  }),
  method({
    name: "de",
    create: (x, config) => new DE(x, { ...config, maxFEs: ENDLESS }),
    usual: { scaleFactor: 0.7, crossoverRate: 0.9 },
    tried: [10, 20, 100].flatMap((popsize) =>
      [0.5, 0.7, 0.9].flatMap((scaleFactor) =>
        [0.5, 0.9, 1].map((crossoverRate) => ({ scaleFactor, crossoverRate, popsize })),
      ),
    ),
    tuned: {
      rosenbrock: { scaleFactor: 0.5, crossoverRate: 1, popsize: 10 },
      quadratic: { scaleFactor: 0.7, crossoverRate: 0.9, popsize: 20 },
    },
  }),
];
