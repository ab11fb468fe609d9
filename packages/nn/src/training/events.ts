import type { AnyCriterion, AnyModule, InputOf } from "@rushlight/module";
import type { StochasticGradient } from "./StochasticGradient.ts";
import type { TargetOf } from "./types.ts";

/** An epoch, one pass over the examples, is about to begin. */
export interface EpochStart<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion> {
  readonly trainer: StochasticGradient<M, C>;
  /** Which epoch of this call of `train`, from 1 up. */
  readonly epoch: number;
  /** The learning rate of this epoch. */
  readonly learningRate: number;
}

/** All examples of an epoch have been learned from. */
export interface EpochEnd<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion>
  extends EpochStart<M, C> {
  /** The mean loss of the examples, each before its own update. */
  readonly error: number;
  /** The errors of all epochs of this call so far, this one included. */
  readonly errors: readonly number[];
  /** The lowest of them. */
  readonly lowestError: number;
  /** How many epochs ago that was: 0 when it is this one. */
  readonly epochsSinceLowest: number;
}

/** An example is about to be learned from. */
export interface ExampleStart<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion>
  extends EpochStart<M, C> {
  /** Which example of the dataset, from 0 up. */
  readonly index: number;
  readonly input: InputOf<M>;
  /** A number where the dataset gives one. */
  readonly target: TargetOf<C> | number;
}

/** An example has been learned from. */
export interface ExampleEnd<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion>
  extends ExampleStart<M, C> {
  /** The loss before the update. */
  readonly loss: number;
}

/** The events of a {@link StochasticGradient} by name, with what listeners are given. */
export interface TrainingEvents<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion> {
  readonly beforeEpoch: EpochStart<M, C>;
  readonly beforeExample: ExampleStart<M, C>;
  readonly afterExample: ExampleEnd<M, C>;
  readonly afterEpoch: EpochEnd<M, C>;
}
