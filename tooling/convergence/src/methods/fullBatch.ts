import { CG, type FistaOptions, fista, LBFGS, type LbfgsConfig, lswolfe } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import { ENDLESS } from "./endless.ts";
import { type Method, type MethodData, method } from "./Method.ts";

/** {@link fista} without a penalty, for a loss that is smooth altogether. */
const smoothFista: MethodData<FistaOptions>["create"] = (x: Tensor, config) => ({
  step: (evaluate) =>
    fista(
      evaluate,
      () => 0,
      () => undefined,
      x,
      config,
    ),
});

const searching = (nCorrection: number, c2: number): LbfgsConfig => ({
  ...{ nCorrection, maxIter: ENDLESS },
  ...{ lineSearch: lswolfe, lineSearchOptions: { c2 } },
});

/** Methods that evaluate as often as they need in a call, and look at all samples. */
export const fullBatch: readonly Method[] = [
  method({
    name: "cg",
    create: (x, config) => new CG(x, config),
    usual: {},
    tried: [0.1, 0.3, 0.5].flatMap((sig) => [1, 10, 100].map((red) => ({ sig, red, maxEval: ENDLESS }))),
    tuned: {
      rosenbrock: { sig: 0.3, red: 10, maxEval: ENDLESS },
      quadratic: { sig: 0.1, red: 1, maxEval: ENDLESS },
      digits: { sig: 0.1, red: 10, maxEval: ENDLESS },
    },
  }),
  method({
    name: "lbfgs",
    create: (x, config) => new LBFGS(x, config),
    usual: {},
    tried: [10, 100].flatMap((nCorrection) =>
      [1, 0.8, 0.5].map((learningRate) => ({ nCorrection, learningRate, maxIter: ENDLESS })),
    ),
    tuned: {
      rosenbrock: { nCorrection: 100, learningRate: 0.8, maxIter: ENDLESS },
      quadratic: { nCorrection: 100, learningRate: 1, maxIter: ENDLESS },
      digits: { nCorrection: 100, learningRate: 0.8, maxIter: ENDLESS },
    },
  }),
  method({
    name: "lbfgs, lswolfe",
    create: (x, config) => new LBFGS(x, config),
    usual: { lineSearch: lswolfe },
    tried: [10, 100].flatMap((nCorrection) => [0.9, 0.5, 0.1].map((c2) => searching(nCorrection, c2))),
    tuned: { rosenbrock: searching(10, 0.9), quadratic: searching(100, 0.1), digits: searching(100, 0.9) },
  }),
  method({
    name: "fista",
    create: smoothFista,
    usual: {},
    tried: [1.2, 1.5, 2].flatMap((Lstep) =>
      [0.1, 1, 10, 100, 1000].map((L) => ({ L, Lstep, maxiter: ENDLESS, errthres: 0 })),
    ),
    tuned: {
      rosenbrock: { L: 1000, Lstep: 1.2, maxiter: ENDLESS, errthres: 0 },
      quadratic: { L: 100, Lstep: 1.5, maxiter: ENDLESS, errthres: 0 },
      digits: { L: 1, Lstep: 1.2, maxiter: ENDLESS, errthres: 0 },
    },
  }),
];
