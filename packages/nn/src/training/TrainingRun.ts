import type { Activation, AnyCriterion, AnyModule, InputOf } from "@rushlight/module";
import { randperm } from "@rushlight/tensor";
import { DivergenceError } from "./DivergenceError.ts";
import type { EpochStart, TrainingEvents } from "./events.ts";
import type { ExampleReader } from "./exampleReader.ts";
import type { Listeners } from "./Listeners.ts";
import type { StochasticGradient } from "./StochasticGradient.ts";
import { checkSettings } from "./StochasticGradientOptions.ts";
import type { StopSignal } from "./TrainOptions.ts";
import type { TargetOf } from "./types.ts";

/** One call of `train`, from its first epoch to its last. */
export class TrainingRun<M extends AnyModule, C extends AnyCriterion> {
  private readonly trainer: StochasticGradient<M, C>;
  private readonly examples: ExampleReader<InputOf<M>, TargetOf<C>>;
  private readonly listeners: Listeners<TrainingEvents<M, C>>;
  private readonly signal: StopSignal | undefined;
  private stopped = false;

  constructor(
    trainer: StochasticGradient<M, C>,
    examples: ExampleReader<InputOf<M>, TargetOf<C>>,
    listeners: Listeners<TrainingEvents<M, C>>,
    signal: StopSignal | undefined,
  ) {
    this.trainer = trainer;
    this.examples = examples;
    this.listeners = listeners;
    this.signal = signal;
  }

  /** Ends the run after the example at hand. */
  stop(): void {
    this.stopped = true;
  }

  /** Learns from one example after the other, and pauses after each. Returns the errors of all whole epochs. */
  *steps(): Generator<undefined, number[]> {
    const { trainer, examples, listeners } = this;
    const { length } = examples;
    const errors: number[] = [];
    let lowestError = Number.POSITIVE_INFINITY;
    let epochsSinceLowest = 0;
    // Torch draws an order whether it shuffles or not: what is drawn later, as by Dropout, depends on it.
    const order = randperm(length);
    this.print("# StochasticGradient: training");
    for (let epoch = 1; ; epoch++) {
      if (this.isOver()) return errors;
      checkSettings("StochasticGradient", trainer);
      const { shuffleIndices, reshuffle, learningRate: firstRate, learningRateDecay } = trainer;
      if (reshuffle && epoch > 1) randperm(length, { out: order });
      const learningRate = epoch === 1 ? firstRate : firstRate / (1 + epoch * learningRateDecay);
      const start: EpochStart<M, C> = { trainer, epoch, learningRate };
      listeners.tell("beforeEpoch", start);

      let sum = 0;
      for (let position = 0; position < length; position++) {
        if (this.isOver()) return errors;
        sum += this.learn(start, shuffleIndices ? order.get(position) : position);
        yield;
      }

      const error = sum / length;
      errors.push(error);
      epochsSinceLowest = error < lowestError ? 0 : epochsSinceLowest + 1;
      lowestError = Math.min(lowestError, error);
      trainer.hookIteration?.(trainer, epoch, error);
      const end = { ...start, error, errors, lowestError, epochsSinceLowest };
      listeners.tell("afterEpoch", end);
      this.print(`# current error = ${error}`);
      if (trainer.stopWhen?.(end) === true) return errors;
      if (trainer.maxIteration > 0 && epoch >= trainer.maxIteration) {
        this.print("# StochasticGradient: you have reached the maximum number of iterations");
        this.print(`# training error = ${error}`);
        return errors;
      }
    }
  }

  private learn(epoch: EpochStart<M, C>, index: number): number {
    const { trainer, listeners } = this;
    const module: AnyModule = trainer.module;
    const criterion: AnyCriterion = trainer.criterion;
    const { input, target } = this.examples.read(index);
    if (listeners.has("beforeExample")) listeners.tell("beforeExample", { ...epoch, index, input, target });

    const output: Activation = module.forward(input);
    const loss = criterion.forward(output, target);
    if (!Number.isFinite(loss)) {
      throw new DivergenceError(
        `StochasticGradient: expected a finite loss, got ${loss} for example ${index} in epoch ${epoch.epoch}`,
      );
    }
    const gradOutput = criterion.backward(output, target);
    module.updateGradInputIfNeeded(input, gradOutput);
    module.accUpdateGradParameters(input, gradOutput, epoch.learningRate);

    trainer.hookExample?.(trainer, [input, target]);
    if (listeners.has("afterExample")) listeners.tell("afterExample", { ...epoch, index, input, target, loss });
    return loss;
  }

  private isOver(): boolean {
    return this.stopped || this.signal?.aborted === true;
  }

  private print(line: string): void {
    if (this.trainer.verbose) this.trainer.print(line);
  }
}
