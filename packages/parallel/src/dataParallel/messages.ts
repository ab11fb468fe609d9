import type { LossWeights } from "@rushlight/module";
import type { FloatDType, GeneratorState } from "@rushlight/tensor";
import type { WorkerAnswer } from "../sharing/TaskPool.ts";
import type { TensorDescription } from "../sharing/TensorDescription.ts";
import type { ModuleDescription } from "../transport/ModuleDescription.ts";
import type { Modes } from "./modes.ts";

/** Where the tensors of an activation lie. */
export type ActivationDescription = TensorDescription | readonly ActivationDescription[];

/** Where a parameter, or a gradient, lies in the flat vector. */
export interface Place {
  readonly offset: number;
  readonly size: readonly number[];
  readonly stride: readonly number[];
}

/** A file whose default export makes the model and the criterion. */
export interface FactorySource {
  readonly kind: "factory";
  readonly file: string;
  readonly data: unknown;
  /** The random numbers that it draws from. */
  readonly generator: GeneratorState;
}

/** What a worker makes its model and criterion from. */
export type ReplicaSource =
  | FactorySource
  | { readonly kind: "modules"; readonly model: ModuleDescription; readonly criterion: ModuleDescription };

/** How a worker makes its replica. */
export interface ReplicaRecipe {
  readonly dtype: FloatDType;
  readonly source: ReplicaSource;
  /** The flat vectors of the master. */
  readonly parameters: TensorDescription;
  readonly gradients: TensorDescription;
  readonly parameterPlaces: readonly Place[];
  readonly gradientPlaces: readonly Place[];
}

/** What a replica computes with besides its parameters. */
export interface ReplicaState {
  /** The statistics of the master, which it starts from. */
  readonly statistics: readonly TensorDescription[];
  /** What random numbers are drawn from. */
  readonly seed: number;
}

/** Some samples of a batch. */
export interface BatchPart {
  readonly input: ActivationDescription;
  /** Undefined for a criterion without a target. */
  readonly target: ActivationDescription | undefined;
  readonly start: number;
  readonly length: number;
}

/** Compute the loss and the gradient of a slice. */
export interface LearnTask extends ReplicaState, BatchPart {
  readonly kind: "learn";
  readonly modes: Modes;
  /** The weights of the whole batch; undefined when the slice is all of it. */
  readonly whole: LossWeights | undefined;
  readonly gradients: TensorDescription;
  /** Where to leave the statistics. */
  readonly learned: readonly TensorDescription[];
}

/** Compute the loss of a batch in evaluation. */
export interface EvaluateTask extends ReplicaState, BatchPart {
  readonly kind: "evaluate";
  readonly call: number;
}

/** Compute the output for a batch in evaluation. */
export interface PredictTask extends ReplicaState, Omit<BatchPart, "target"> {
  readonly kind: "predict";
  readonly call: number;
  /** Whose the memory for the output is. */
  readonly lane: number;
}

/** Move the shared parameters by the gradient of a batch. */
export interface HogwildTask extends ReplicaState, BatchPart {
  readonly kind: "hogwild";
  readonly modes: Modes;
  readonly gradients: TensorDescription;
  readonly learningRate: number;
}

/** What a worker can be asked to do. */
export type ReplicaTask = LearnTask | EvaluateTask | PredictTask | HogwildTask;

/** The terms of a loss, with what each weighs. */
export interface WeighedLosses {
  readonly losses: readonly number[];
  readonly weights: LossWeights;
}

/** What comes of tasks. */
export interface ReplicaResults {
  /** The loss, as it counts in that of the whole batch. */
  readonly learn: number;
  readonly evaluate: WeighedLosses;
  readonly predict: ActivationDescription;
  readonly hogwild: number;
}

/** What a worker is sent. */
export interface ReplicaMessage {
  /** Which replica it is to have. */
  readonly version: number;
  /** How to make that, in memory that threads share: a {@link ReplicaRecipe}. */
  readonly recipe: SharedArrayBuffer;
  readonly task: ReplicaTask;
}

/** What a worker answers. */
export type ReplicaAnswer = WorkerAnswer<ReplicaResults[ReplicaTask["kind"]]>;
