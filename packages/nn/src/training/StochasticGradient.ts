import { type AnyCriterion, type AnyModule, Criterion, type InputOf, Module } from "@rushlight/module";
import { ArgumentError } from "@rushlight/tensor";
import { drive, driveInSlices } from "./drive.ts";
import type { EpochEnd, TrainingEvents } from "./events.ts";
import { exampleReader } from "./exampleReader.ts";
import { Listeners } from "./Listeners.ts";
import {
  checkSettings,
  checkTrainerOptions,
  type HookExample,
  type HookIteration,
  type StochasticGradientOptions,
} from "./StochasticGradientOptions.ts";
import { shown } from "./shown.ts";
import { TrainingRun } from "./TrainingRun.ts";
import type { TrainingSet } from "./TrainingSet.ts";
import { checkTrainOptions, type TrainOptions } from "./TrainOptions.ts";
import type { CriterionFits, TargetOf } from "./types.ts";

declare const console: { log(line: string): void };

/**
 * Trains a module by stochastic gradient descent, one example at a time. Torch's `nn.StochasticGradient`.
 *
 * For each example (x, t) of each epoch: the loss c(m(x), t), its gradient, then θ ← θ − rate·∂loss/∂θ at once. The rate
 * is learningRate in the first epoch and learningRate / (1 + epoch·learningRateDecay) in the others. The order of the
 * examples is drawn once, before the first epoch, unless `reshuffle` is set.
 *
 * Fields are read when an epoch begins, so that what a listener changes counts from the next one on; `maxIteration`,
 * `stopWhen` and the hooks are read where they are needed. The mode of the module stays as it is: call `training()`
 * before, where it matters. Each call of `train` begins with epoch 1, its rate and an order of its own; parameters,
 * fields and listeners stay.
 *
 * @typeParam M what is trained
 * @typeParam C the loss, which takes what the module gives
 * @example
 * ```ts
 * import { Linear, MSECriterion, StochasticGradient } from "@rushlight/nn";
 * import { manualSeed, tensor } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const line = new Linear(1, 1);
 * const trainer = new StochasticGradient(line, new MSECriterion(), {
 *   learningRate: 0.1,
 *   maxIteration: 200,
 *   stopWhen: ({ error, epochsSinceLowest }) => error < 1e-6 || epochsSinceLowest >= 5,
 * });
 * trainer.on("afterEpoch", ({ epoch, error }) => {
 *   if (epoch === 10) console.log(error < 0.1); // true
 * });
 * const points = [-1, 0, 1].map((x) => [tensor([x]), tensor([2 * x + 1])] as const);
 * const errors = trainer.train(points);
 * console.log(errors.length < 200); // true
 * console.log(line.forward(tensor([3])).get(0).toFixed(1)); // 7.0
 * ```
 */
export class StochasticGradient<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion> {
  readonly module: M;
  readonly criterion: C;
  /** The step length of the first epoch. */
  learningRate: number;
  /** How fast the step length falls from epoch to epoch. */
  learningRateDecay: number;
  /** How many epochs to train; 0 or less for no end. */
  maxIteration: number;
  /** Whether the order of the examples is drawn. */
  shuffleIndices: boolean;
  /** Whether that order is drawn anew for each epoch. */
  reshuffle: boolean;
  /** Asked after each epoch; true ends the training. */
  stopWhen: ((epoch: EpochEnd<M, C>) => boolean) | undefined;
  /** Called after each example. */
  hookExample: HookExample<M, C> | undefined;
  /** Called after each epoch. */
  hookIteration: HookIteration<M, C> | undefined;
  /** Whether to print the error of each epoch. */
  verbose: boolean;
  /** What takes a line to print. */
  print: (line: string) => unknown;
  private readonly listeners: Listeners<TrainingEvents<M, C>>;
  private run: TrainingRun<M, C> | undefined;

  /**
   * @throws ArgumentError for what is no module or no criterion, for options that do not exist, and for values that make
   * no sense
   */
  constructor(module: M, criterion: C & CriterionFits<M, C>, options: StochasticGradientOptions<M, C> = {}) {
    if (!(module instanceof Module)) {
      throw new ArgumentError(`StochasticGradient: expected a module, got ${shown(module)}`);
    }
    if (!(criterion instanceof Criterion)) {
      throw new ArgumentError(`StochasticGradient: expected a criterion, got ${shown(criterion)}`);
    }
    checkTrainerOptions("StochasticGradient", options);
    this.module = module;
    this.criterion = criterion;
    this.learningRate = options.learningRate ?? 0.01;
    this.learningRateDecay = options.learningRateDecay ?? 0;
    this.maxIteration = options.maxIteration ?? 25;
    this.shuffleIndices = options.shuffleIndices ?? true;
    this.reshuffle = options.reshuffle ?? false;
    this.stopWhen = options.stopWhen;
    this.hookExample = options.hookExample;
    this.hookIteration = options.hookIteration;
    this.verbose = options.verbose ?? false;
    this.print = options.print ?? ((line) => console.log(line));
    const none = [] as const;
    this.listeners = new Listeners("StochasticGradient.on", {
      beforeEpoch: none,
      beforeExample: none,
      afterExample: none,
      afterEpoch: none,
    });
  }

  /**
   * Listens to an event: `beforeEpoch`, `beforeExample`, `afterExample` or `afterEpoch`.
   *
   * Listeners are called in the order in which they were added, after Torch's hooks. What one of them throws ends the
   * training.
   *
   * @returns takes the listener away again
   * @throws ArgumentError for an event that does not exist, and for a listener that is no function
   */
  on<Name extends keyof TrainingEvents<M, C>>(
    name: Name,
    listener: (event: TrainingEvents<M, C>[Name]) => void,
  ): () => void {
    return this.listeners.add(name, listener);
  }

  /**
   * Ends the training that is running: after the example at hand, or before the first one of an epoch. An epoch that this
   * cuts short has no `afterEpoch` and is not among the errors; what was learned in it stays. Without a training it does
   * nothing.
   */
  stop(): void {
    this.run?.stop();
  }

  /**
   * Trains until `maxIteration`, `stopWhen`, {@link stop} or the signal says that it is enough.
   *
   * @param dataset the examples; an array is checked as a whole, other datasets example by example
   * @returns the mean loss of each whole epoch
   * @throws ArgumentError for what is no training set or an empty one, for what is no example, for options and fields
   * that make no sense, and while another training is running, before anything is changed
   * @throws DivergenceError for a loss that is NaN or infinite, before that example changes the parameters
   */
  train(dataset: TrainingSet<InputOf<M>, TargetOf<C>>, options: TrainOptions = {}): number[] {
    return drive(this.steps("StochasticGradient.train", dataset, options));
  }

  /**
   * {@link train} that lets the event loop turn now and then, so that timers, input and an `AbortController` elsewhere in
   * the program get through. The numbers are the same. What {@link train} throws rejects the promise.
   *
   * @example
   * ```ts
   * import { Linear, MSECriterion, StochasticGradient } from "@rushlight/nn";
   * import { tensor } from "@rushlight/tensor";
   *
   * const trainer = new StochasticGradient(new Linear(1, 1), new MSECriterion(), { maxIteration: 0 });
   * const controller = new AbortController();
   * setTimeout(() => controller.abort(), 0);
   * const errors = await trainer.trainAsync([[tensor([1]), tensor([2])]], { signal: controller.signal });
   * console.log(errors.length > 0); // true
   * ```
   */
  trainAsync(dataset: TrainingSet<InputOf<M>, TargetOf<C>>, options: TrainOptions = {}): Promise<number[]> {
    return driveInSlices(this.steps("StochasticGradient.trainAsync", dataset, options));
  }

  private *steps(
    owner: string,
    dataset: TrainingSet<InputOf<M>, TargetOf<C>>,
    options: TrainOptions,
  ): Generator<undefined, number[]> {
    if (this.run !== undefined) {
      throw new ArgumentError(`${owner}: expected no training that is running, got one; take a trainer for each`);
    }
    checkTrainOptions(owner, options);
    checkSettings(owner, this);
    const examples = exampleReader(owner, dataset);
    this.run = new TrainingRun(this, examples, this.listeners, options.signal);
    try {
      return yield* this.run.steps();
    } finally {
      this.run = undefined;
    }
  }
}
