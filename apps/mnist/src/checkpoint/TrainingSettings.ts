import type { NetworkDescription } from "../networks/NetworkDescription.ts";
import type { ScheduleName } from "../optimizing/schedules.ts";

/** All that decides what a training comes to, but for the digits and what computes. */
export interface TrainingSettings {
  readonly network: NetworkDescription;
  readonly epochs: number;
  readonly batchSize: number;
  readonly optimizer: string;
  readonly rate: number;
  readonly momentum: number;
  readonly weightDecay: number;
  readonly schedule: ScheduleName;
  readonly warmUp: number;
  /** How many digits are held back to judge by. */
  readonly validation: number;
  /** How many epochs may pass without a lower validation loss; null for any number. */
  readonly patience: number | null;
  /** Whether digits are distorted at random each time they are learned from. */
  readonly augment: boolean;
  /** Whether batches are cut into slices, as workers compute them. */
  readonly sliced: boolean;
  readonly seed: number;
}

/** The same before the digits are known: null stands for the usual part of them to hold back. */
export type RequestedSettings = Omit<TrainingSettings, "validation"> & { readonly validation: number | null };
