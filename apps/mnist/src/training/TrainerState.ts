import type { OptimizerState, PlateauState, SavedTensor } from "@rushlight/optim";
import type { SavedGenerator } from "../checkpoint/SavedGenerator.ts";
import type { LossHistoryState } from "./LossHistory.ts";

/** How far a training is. */
export interface Progress {
  /** How many epochs are complete. */
  readonly epochs: number;
  /** How many batches of the next one are done. */
  readonly batches: number;
  /** The sum of the losses of its images. */
  readonly lossSum: number;
  /** How many images of it were learned from. */
  readonly epochImages: number;
  /** How many images were learned from in all, repeats included. */
  readonly images: number;
  /** The time spent learning from them, without the evaluations in between. */
  readonly seconds: number;
  /** How many epochs in a row have not lowered the validation loss. */
  readonly waited: number;
}

/** The epoch with the lowest validation loss. */
export interface BestEpoch {
  readonly epoch: number;
  readonly loss: number;
}

/** All that the rest of a training depends on, as plain data that JSON keeps to the last bit. */
export interface TrainerState {
  readonly progress: Progress;
  readonly parameters: SavedTensor;
  readonly optimizer: OptimizerState;
  readonly plateau: PlateauState | null;
  readonly history: LossHistoryState;
  readonly best: (BestEpoch & { readonly parameters: SavedTensor }) | null;
  /** The random numbers to come. */
  readonly generator: SavedGenerator;
  /** Those from which the order of this epoch's digits was drawn. */
  readonly epochStart: SavedGenerator;
}
