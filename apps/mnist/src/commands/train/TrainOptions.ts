import type { ActivationName } from "../../networks/activations.ts";
import type { ModelName } from "../../networks/models.ts";
import type { ScheduleName } from "../../optimizing/schedules.ts";

/** The options of `mnist train` as they were given, or their defaults. */
export interface TrainOptions {
  readonly model: ModelName;
  readonly hidden?: readonly number[] | undefined;
  readonly activation: ActivationName;
  readonly epochs: number;
  readonly batchSize?: number | undefined;
  readonly optimizer: string;
  readonly rate?: number | undefined;
  readonly momentum?: number | undefined;
  readonly weightDecay?: number | undefined;
  readonly schedule?: ScheduleName | undefined;
  readonly warmUp?: number | undefined;
  /** The usual part of the digits when left out. */
  readonly validation?: number | undefined;
  readonly patience?: number | undefined;
  readonly augment?: boolean | undefined;
  readonly seed: number;
  readonly threads?: number | undefined;
  /** True for as many as the machine has. */
  readonly workers?: number | true | undefined;
  readonly data?: string | undefined;
  readonly out: string;
  readonly checkpointEvery?: number | undefined;
  readonly resume?: true | undefined;
  readonly json?: true | undefined;
}

/** Whether an option was given on the command line. */
export type GivenOptions = (name: keyof TrainOptions) => boolean;
