import { OptionError } from "@rushlight/command-line";
import {
  Adadelta,
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  CG,
  CMAES,
  DE,
  type Evaluation,
  LBFGS,
  lswolfe,
  NAG,
  type Optimizer,
  RMSprop,
  Rprop,
  type Schedule,
  SGD,
} from "@rushlight/optim";
import { defaultGenerator, type Tensor } from "@rushlight/tensor";
import { fistaOptimizer } from "./fistaOptimizer.ts";

/** What the user can set of an optimiser. */
interface OptimizerSettings {
  readonly rate: Schedule | number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** What the user can set, by the name of the option. */
export type OptimizerSetting = "rate" | "momentum" | "weight-decay" | "schedule" | "warm-up";

/** An optimiser, and what it can do. */
export interface OptimizerKind {
  /** The options that it takes. */
  readonly takes: readonly OptimizerSetting[];
  /** The learning rate, when the user names none; that of the model when left out. */
  readonly rate?: number;
  /** The momentum, likewise. */
  readonly momentum?: number;
  /** The weight decay, likewise; 0 when left out. */
  readonly weightDecay?: number;
  /** How many digits a step learns from, likewise; {@link USUAL_BATCH} when left out. */
  readonly batchSize?: number;
  /** Whether a step evaluates the loss at several points, which workers can not do for it. */
  readonly searches?: boolean;
  /** An optimiser for the parameters of a network. */
  create(parameters: Tensor, settings: OptimizerSettings): Optimizer<Evaluation>;
}

/** How many digits a step learns from, when neither the user nor the optimiser says. */
export const USUAL_BATCH = 64;

const scheduled: readonly OptimizerSetting[] = ["rate", "weight-decay", "schedule", "warm-up"];

/** The steps of a search that are made on one batch: it would fit the batch too well with more. */
const ITERATIONS = 4;
/** Of the covariance matrix of CMA-ES, whose decomposition takes time as the third power of them. */
const MOST_CMAES_PARAMETERS = 1000;
const MEMBERS = 20;

/** The rate of an optimiser that takes no schedule. */
function fixed({ rate }: OptimizerSettings): number {
  return typeof rate === "number" ? rate : rate.at(0);
}

/** All optimisers of `@rushlight/optim` by name. */
export const optimizers: Readonly<Record<string, OptimizerKind>> = {
  sgd: {
    takes: [...scheduled, "momentum"],
    // Torch's dampening is the momentum unless it is given, which turns the sum of past gradients into a mean.
    create: (x, { rate, momentum, weightDecay }) =>
      new SGD(x, { learningRate: rate, momentum, weightDecay, dampening: 0 }),
  },
  nag: {
    takes: [...scheduled, "momentum"],
    momentum: 0.9,
    create: (x, { rate, momentum, weightDecay }) => new NAG(x, { learningRate: rate, momentum, weightDecay }),
  },
  asgd: {
    takes: ["rate", "weight-decay"],
    rate: 0.1,
    create: (x, settings) => new ASGD(x, { eta0: fixed(settings), lambda: settings.weightDecay }),
  },
  adagrad: {
    takes: scheduled,
    rate: 0.02,
    create: (x, { rate, weightDecay }) => new Adagrad(x, { learningRate: rate, weightDecay }),
  },
  adadelta: {
    takes: ["weight-decay"],
    create: (x, { weightDecay }) => new Adadelta(x, { weightDecay }),
  },
  adam: {
    takes: scheduled,
    rate: 0.002,
    create: (x, { rate, weightDecay }) => new Adam(x, { learningRate: rate, weightDecay }),
  },
  adamw: {
    takes: scheduled,
    rate: 0.002,
    weightDecay: 0.01,
    create: (x, { rate, weightDecay }) => new AdamW(x, { learningRate: rate, weightDecay }),
  },
  adamax: {
    takes: scheduled,
    rate: 0.005,
    create: (x, { rate, weightDecay }) => new Adamax(x, { learningRate: rate, weightDecay }),
  },
  rmsprop: {
    takes: scheduled,
    rate: 0.001,
    create: (x, { rate, weightDecay }) => new RMSprop(x, { learningRate: rate, weightDecay }),
  },
  rprop: {
    takes: ["rate"],
    rate: 0.001,
    // It goes by signs alone, and those of the gradients of a few digits are noise.
    batchSize: 1000,
    create: (x, settings) => new Rprop(x, { stepsize: fixed(settings) }),
  },
  cg: {
    takes: [],
    batchSize: 500,
    searches: true,
    create: (x) => new CG(x, { maxEval: ITERATIONS }),
  },
  lbfgs: {
    takes: ["rate"],
    rate: 1,
    batchSize: 1000,
    searches: true,
    create: (x, settings) =>
      new LBFGS(x, { learningRate: fixed(settings), maxIter: ITERATIONS, nCorrection: 10, lineSearch: lswolfe }),
  },
  fista: {
    takes: ["rate"],
    rate: 0.1,
    batchSize: 500,
    searches: true,
    create: (x, settings) => fistaOptimizer(x, { L: 1 / fixed(settings), maxiter: ITERATIONS }),
  },
  cmaes: {
    takes: ["rate"],
    rate: 0.1,
    searches: true,
    create: (x, settings) => {
      if (x.nElement() > MOST_CMAES_PARAMETERS) {
        throw new OptionError(
          `--optimizer cmaes: expected a network of at most ${MOST_CMAES_PARAMETERS} parameters, because it decomposes a matrix of their number squared, got ${x.nElement()}`,
        );
      }
      return new CMAES(x, { sigma: fixed(settings), maxGenerations: 1, maxEval: Number.MAX_SAFE_INTEGER });
    },
  },
  de: {
    takes: ["rate"],
    rate: 0.5,
    searches: true,
    create: (x, settings) =>
      new DE(x, {
        scaleFactor: fixed(settings),
        crossoverRate: 0.9,
        popsize: MEMBERS,
        minRegion: -0.1,
        maxRegion: 0.1,
        maxGenerations: 1,
        maxFEs: Number.MAX_SAFE_INTEGER,
        generator: defaultGenerator(),
      }),
  },
};

/** The names of all optimisers. */
export const OPTIMIZERS: readonly string[] = Object.keys(optimizers);
